package dev.ferry.cli.setting;

/** The settings that bound what one record may ask of memory. */
final class LimitSettings {
    static final Setting<Integer> MAX_DEPTH = limit(
            "max-depth",
            ValueTypes.number(1, Integer.MAX_VALUE),
            "The most levels of nested objects and arrays.",
            "1000");
    static final Setting<Integer> MAX_STRING =
            limit("max-string", ValueTypes.size(), "The longest text in UTF-8.", "64MB");
    static final Setting<Integer> MAX_DIGITS = limit(
            "max-digits",
            ValueTypes.number(1, Integer.MAX_VALUE),
            "The most digits of a number, written without an exponent.",
            "1000");
    static final Setting<Integer> MAX_RECORD = limit("max-record", ValueTypes.size(), "The longest record.", "256MB");

    private LimitSettings() {}

    private static Setting<Integer> limit(String name, ValueType<Integer> type, String what, String standard) {
        return Setting.of(name, type, what)
                .in(Group.LIMIT)
                .standard(standard)
                .forCommands("migrate", "validate", "analyze", "convert");
    }
}
