package dev.ferry.cli.setting;

import static dev.ferry.cli.setting.Setting.Trait.FLAG_ONLY;

import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.RunId;

/** The settings of {@code rollback}. */
public final class RollbackSettings {
    /** The command. */
    public static final String COMMAND = "rollback";

    /** The tag to go back to. */
    public static final Setting<String> ROLLBACK_TAG = Setting.of(
                    "rollback-tag",
                    ValueTypes.text("TAG", "a tag that 'status' shows"),
                    "Back to the state before the run with this tag, or to this schema version.")
            .flags("--tag")
            .with(FLAG_ONLY)
            .forCommands(COMMAND);
    /** The run to take back. */
    public static final Setting<RunId> RUN = Setting.of(
                    "run", ValueTypes.run(), "Take back this run and every newer one of the profile.")
            .with(FLAG_ONLY)
            .forCommands(COMMAND);
    /** What becomes of rows that changed since. */
    public static final Setting<DriftPolicy> ON_DRIFT = Setting.of(
                    "on-drift",
                    ValueTypes.choice(DriftPolicy.class),
                    "What becomes of rows that someone changed since the run.")
            .standard("abort")
            .with(FLAG_ONLY)
            .forCommands(COMMAND);
    /** Do not ask. */
    public static final Setting<Boolean> YES = Setting.of(
                    "yes", ValueTypes.yesOrNo(), "Do it without asking; the same as --confirm.")
            .flags("--yes", "--confirm")
            .with(FLAG_ONLY)
            .forCommands(COMMAND, BackupSettings.RESTORE);

    private RollbackSettings() {}
}
