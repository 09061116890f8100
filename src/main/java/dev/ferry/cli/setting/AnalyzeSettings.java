package dev.ferry.cli.setting;

/** The settings that {@code analyze} alone has. */
public final class AnalyzeSettings {
    /** The command. */
    public static final String COMMAND = "analyze";

    /** Count what would go and what is there. */
    public static final Setting<Boolean> COMPARE_COUNTS = Setting.of(
                    "compare-counts",
                    ValueTypes.yesOrNo(),
                    "Read every record, too, and compare how many there are with the rows of the target.")
            .with(Setting.Trait.FLAG_ONLY)
            .forCommands(COMMAND);

    private AnalyzeSettings() {}
}
