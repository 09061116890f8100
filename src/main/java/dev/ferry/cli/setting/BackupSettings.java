package dev.ferry.cli.setting;

import static dev.ferry.cli.setting.Setting.Trait.FLAG_ONLY;

import dev.ferry.backup.BackupFolder;
import dev.ferry.failure.UsageException;
import dev.ferry.migration.BackupOptions;
import dev.ferry.migration.BackupOptions.When;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** The settings about backups. */
public final class BackupSettings {
    static final String COMMAND = "backup";
    static final String RESTORE = "restore";
    private static final String MIGRATE = "migrate";

    /** Take a backup before anything is written. */
    public static final Setting<Boolean> BACKUP = Setting.of(
                    "backup",
                    ValueTypes.yesOrNo(),
                    "Save the tables first, in any case; otherwise that is done where --truncate or update meets rows.")
            .forCommands(MIGRATE);
    /** Take none. */
    public static final Setting<Boolean> NO_BACKUP = Setting.of(
                    "no-backup", ValueTypes.yesOrNo(), "Save no tables, whatever happens to their rows.")
            .with(FLAG_ONLY)
            .forCommands(MIGRATE);
    /** Where backups are. */
    public static final Setting<Path> OUTPUT_DIR = Setting.of(
                    "output-dir", ValueTypes.path("DIR"), "The folder of backups; made where it is not there.")
            .alias("MIGRATION_BACKUP_DIR")
            .standard("backups")
            .forCommands(MIGRATE, COMMAND);
    /** How many stay. */
    public static final Setting<Integer> KEEP_BACKUPS = Setting.of(
                    "keep-backups",
                    ValueTypes.number(1, Integer.MAX_VALUE),
                    "After a new backup delete older ones of the same database and schema, but for the newest N.")
            .forCommands(MIGRATE, COMMAND);
    /** Show what is there. */
    public static final Setting<Boolean> LIST = Setting.of(
                    "list",
                    ValueTypes.yesOrNo(),
                    "Show the backups that are there, newest first; of one profile with -p.")
            .with(FLAG_ONLY)
            .forCommands(COMMAND);
    /** Keep the source's files. */
    public static final Setting<Boolean> SOURCE_ONLY = Setting.of(
                    "source-only",
                    ValueTypes.yesOrNo(),
                    "Save the files of SOURCE instead of the tables, byte for byte; no database is asked.")
            .with(FLAG_ONLY)
            .forCommands(COMMAND);
    /** The backup that a rollback restores. */
    public static final Setting<Path> ROLLBACK_BACKUP = Setting.of(
                    "rollback-backup",
                    ValueTypes.path("FILE"),
                    "Take no run back, but make the tables what they are in this backup; the same as restore.")
            .flags("--backup")
            .with(FLAG_ONLY)
            .forCommands(RollbackSettings.COMMAND);

    private BackupSettings() {}

    /** How many stay; all where nothing says. */
    public static OptionalInt keep(Settings settings) {
        return settings.value(KEEP_BACKUPS).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /**
     * When a migration takes one.
     *
     * @throws UsageException where two options contradict each other
     */
    public static BackupOptions options(Settings settings, BackupFolder folder) {
        return new BackupOptions(when(settings), folder, keep(settings));
    }

    private static When when(Settings settings) {
        Optional<Value<Boolean>> backup = settings.find(BACKUP);
        if (settings.on(NO_BACKUP)) {
            if (backup.filter(value -> value.entry().level() == Level.COMMAND_LINE)
                    .isPresent()) {
                throw new UsageException("--backup and --no-backup contradict each other", "Keep one of them.");
            }
            return When.NEVER;
        }
        return backup.map(value -> value.value() ? When.ALWAYS : When.NEVER).orElse(When.ROWS_MAY_CHANGE);
    }
}
