package dev.ferry.cli.setting;

import dev.ferry.migration.CommitPlan;
import dev.ferry.profile.CommitMode;
import dev.ferry.write.WriterChoice;
import java.util.Optional;

/** The settings that say how a run commits, and what becomes of one that stopped. */
public final class CommitSettings {
    private static final String MIGRATE = "migrate";

    /** When what is written becomes visible. */
    public static final Setting<CommitMode> COMMIT = Setting.of(
                    "commit",
                    ValueTypes.choice(CommitMode.class),
                    "All at once at the end, or batch by batch after everything was checked; the profile's default.")
            .forCommands(MIGRATE);
    /** Writers side by side. */
    public static final Setting<Integer> WORKERS = Setting.of(
                    "workers",
                    ValueTypes.number(1, CommitPlan.MOST_WORKERS),
                    "With --commit batch: writers at work side by side, 1 to " + CommitPlan.MOST_WORKERS
                            + "; the profile's default.")
            .flags("--workers", "--max-concurrent")
            .alias("MIGRATION_MAX_CONCURRENT")
            .forCommands(MIGRATE);
    /** By which lane rows are written. */
    public static final Setting<WriterChoice> WRITER = Setting.of(
                    "writer",
                    ValueTypes.choice(WriterChoice.class),
                    "Write by COPY or by JDBC batches; auto takes COPY for batches that gain by it.")
            .standard("auto")
            .forCommands(MIGRATE);
    /** Go on where the newest run stopped. */
    public static final Setting<Boolean> RESUME = Setting.of(
                    "resume",
                    ValueTypes.yesOrNo(),
                    "Go on with the newest run that stopped between its batches; source and options must be the same.")
            .with(Setting.Trait.FLAG_ONLY)
            .forCommands(MIGRATE);
    /** The most records that may be rejected. */
    public static final Setting<Integer> MAX_ERRORS = Setting.of(
                    "max-errors",
                    ValueTypes.number(0, Integer.MAX_VALUE),
                    "Stop when more records than these are rejected, and write nothing, --force or not.")
            .forCommands(MIGRATE, "validate");

    private CommitSettings() {}

    /**
     * What they say together.
     *
     * @throws dev.ferry.failure.UsageException where they contradict each other
     */
    public static CommitPlan plan(Settings settings) {
        boolean resumed = settings.on(RESUME);
        CommitMode mode = resumed ? asked(settings, COMMIT).orElse(CommitMode.BATCH) : settings.get(COMMIT);
        int workers = mode == CommitMode.ATOMIC ? asked(settings, WORKERS).orElse(1) : settings.get(WORKERS);
        return new CommitPlan(mode, workers, resumed ? CommitPlan.Start.RESUMED : CommitPlan.Start.NEW);
    }

    /** What a person said, and not the profile. */
    private static <T> Optional<T> asked(Settings settings, Setting<T> setting) {
        return settings.find(setting)
                .filter(value -> value.entry().level().compareTo(Level.PROFILE) < 0)
                .map(Value::value);
    }
}
