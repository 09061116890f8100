package dev.ferry.cli.setting;

import dev.ferry.source.Limits;

/** The settings that say how much one record may ask of memory, for every command that reads a source. */
public final class LimitSettings {
    /** Levels of nesting. */
    public static final Setting<Integer> MAX_DEPTH = limit(
            "max-depth",
            ValueTypes.number(1, Integer.MAX_VALUE),
            "The most levels of nested objects and arrays.",
            "1000");
    /** Bytes of a text. */
    public static final Setting<Integer> MAX_STRING =
            limit("max-string", ValueTypes.size(), "The longest text in UTF-8.", "64MB");
    /** Digits of a number. */
    public static final Setting<Integer> MAX_DIGITS = limit(
            "max-digits",
            ValueTypes.number(1, Integer.MAX_VALUE),
            "The most digits of a number, written without an exponent.",
            "1000");
    /** Bytes of a record. */
    public static final Setting<Integer> MAX_RECORD =
            limit("max-record", ValueTypes.size(), "The longest record.", "256MB");

    private LimitSettings() {}

    /** What they say. */
    public static Limits limits(Settings settings) {
        return new Limits(
                settings.get(MAX_DEPTH), settings.get(MAX_STRING), settings.get(MAX_DIGITS), settings.get(MAX_RECORD));
    }

    private static Setting<Integer> limit(String name, ValueType<Integer> type, String what, String standard) {
        return Setting.of(name, type, what)
                .in(Group.LIMIT)
                .standard(standard)
                .forCommands(
                        "migrate",
                        "validate",
                        VerifySettings.COMMAND,
                        AnalyzeSettings.COMMAND,
                        ConvertSettings.COMMAND);
    }
}
