package dev.ferry.cli.setting;

import static dev.ferry.cli.setting.Setting.Trait.BEFORE_FILES;
import static dev.ferry.cli.setting.Setting.Trait.FLAG_ONLY;
import static dev.ferry.cli.setting.Setting.Trait.REPEATABLE;
import static dev.ferry.cli.setting.Setting.Trait.SENSITIVE;

import dev.ferry.migration.OnConflict;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Every setting that there is. */
public final class Catalog {
    private static final String MIGRATE = "migrate";
    private static final String VALIDATE = "validate";
    private static final String ANALYZE = AnalyzeSettings.COMMAND;
    private static final String STATUS = "status";
    private static final String ROLLBACK = RollbackSettings.COMMAND;
    private static final String SETUP = "setup";
    private static final String CONVERT = ConvertSettings.COMMAND;
    private static final String SHOW = "config show";
    private static final String VERIFY = LoginSettings.VERIFY;
    private static final String SELFTEST = "selftest";
    private static final String BACKUP = BackupSettings.COMMAND;
    private static final String RESTORE = BackupSettings.RESTORE;

    /** The profile. */
    public static final Setting<String> PROFILE = Setting.of(
                    "profile", ValueTypes.text("PROFILE", "a profile's name"), "The kind of migration; see 'profiles'.")
            .flags("-p", "--profile")
            .forCommands(
                    MIGRATE, VALIDATE, VERIFY, ANALYZE, STATUS, ROLLBACK, BACKUP, RESTORE, CONVERT, SHOW, SETUP,
                    SELFTEST);
    /** The source; also the first word after the options. */
    public static final Setting<String> SOURCE = Setting.of(
                    "source",
                    ValueTypes.text("SOURCE", "a file, a folder or a PostgreSQL URL"),
                    "The file, folder or database to read; the same as the argument SOURCE.")
            .alias("FERRY_SOURCE_URL")
            .with(SENSITIVE)
            .forCommands(MIGRATE, VALIDATE, VERIFY, ANALYZE, CONVERT, STATUS, BACKUP);
    /** Rehearse. */
    public static final Setting<Boolean> DRY_RUN = Setting.of(
                    "dry-run", ValueTypes.yesOrNo(), "Show what would change, and change nothing.")
            .alias("DRY_RUN")
            .forCommands(MIGRATE, ROLLBACK, RESTORE, SETUP);
    /** Rehearse without a database. */
    public static final Setting<Boolean> OFFLINE = Setting.of(
                    "offline", ValueTypes.yesOrNo(), "With --dry-run: rehearse without any database.")
            .forCommands(MIGRATE);
    /** Check against the target. */
    public static final Setting<Boolean> DATABASE = Setting.of(
                    "database", ValueTypes.yesOrNo(), "Check against and inside the target, too; it is not changed.")
            .with(FLAG_ONLY)
            .forCommands(VALIDATE);
    /** Write the valid rest. */
    public static final Setting<Boolean> FORCE = Setting.of(
                    "force", ValueTypes.yesOrNo(), "Write the valid records although others are rejected.")
            .forCommands(MIGRATE);
    /** What becomes of rows that are there. */
    public static final Setting<OnConflict> ON_CONFLICT = Setting.of(
                    "on-conflict",
                    ValueTypes.choice(OnConflict.class),
                    "What becomes of a record that is in the database already.")
            .standard("skip")
            .forCommands(MIGRATE, VALIDATE);
    /** Empty the tables first. */
    public static final Setting<Boolean> TRUNCATE = Setting.of(
                    "truncate",
                    ValueTypes.yesOrNo(),
                    "Empty the tables first, inside the run's transaction; a rollback brings their rows back.")
            .with(FLAG_ONLY)
            .forCommands(MIGRATE);
    /** Some tables only. */
    public static final Setting<List<String>> ENTITIES = SelectionSettings.ENTITIES;
    /** Some records only. */
    public static final Setting<String> FILTER = SelectionSettings.FILTER;
    /** Records that count as deleted, too. */
    public static final Setting<Boolean> INCLUDE_DELETED = SelectionSettings.INCLUDE_DELETED;
    /** Records of a batch. */
    public static final Setting<Integer> BATCH_SIZE = Setting.of(
                    "batch-size",
                    ValueTypes.number(1, 10_000),
                    "Records of a batch, 1 to 10000; the profile's default.")
            .alias("MIGRATION_BATCH_SIZE")
            .forCommands(MIGRATE, VALIDATE, VERIFY);
    /** The tag that a run sets. */
    public static final Setting<String> TAG = Setting.of(
                    "tag",
                    ValueTypes.text("TAG", "a tag that no run has"),
                    "Mark the state before this run, to go back to; <profile>-<run> if not given.")
            .with(FLAG_ONLY)
            .forCommands(MIGRATE);
    /** The longest that the data transaction may take. */
    public static final Setting<Duration> TIMEOUT = Setting.of(
                    "timeout", ValueTypes.duration(), "The longest that writing may take: 90s, 5m, 1h30m.")
            .standard("5m")
            .forCommands(MIGRATE, VALIDATE, VERIFY);
    /** The zone of timestamps that name none. */
    public static final Setting<ZoneId> SOURCE_ZONE = Setting.of(
                    "source-zone", ValueTypes.zone(), "The time zone of timestamps that name none.")
            .standard("UTC")
            .forCommands(MIGRATE, VALIDATE, VERIFY, ANALYZE);
    /** Report files. */
    public static final Setting<Path> REPORT = Setting.of(
                    "report",
                    ValueTypes.path("FILE"),
                    "Write the report as html, md, json, sarif or txt, by its extension; may be repeated.")
            .with(REPEATABLE)
            .forCommands(MIGRATE, VALIDATE, VERIFY, ANALYZE);
    /** Where rejected records go. */
    public static final Setting<Path> REJECTS = Setting.of(
                    "rejects",
                    ValueTypes.path("FILE"),
                    "Write each rejected record with its reasons as JSON Lines, to be mended and migrated.")
            .forCommands(MIGRATE, VALIDATE);
    /** Leave Bean Validation and verification out. */
    public static final Setting<Boolean> SKIP_VALIDATION = Setting.of(
                    "skip-validation",
                    ValueTypes.yesOrNo(),
                    "Leave out Bean Validation and the check after writing, never keys or references.")
            .forCommands(MIGRATE);
    /** Take reference data away. */
    public static final Setting<Boolean> CLEAN = Setting.of(
                    "clean", ValueTypes.yesOrNo(), "Take away what setup wrote and nothing points at.")
            .with(FLAG_ONLY)
            .forCommands(SETUP);
    /** Where each value comes from. */
    public static final Setting<Boolean> ORIGIN = Setting.of(
                    "origin", ValueTypes.yesOrNo(), "Say for each value where it comes from.")
            .with(FLAG_ONLY)
            .forCommands(SHOW);

    /** The target's URL. */
    public static final Setting<String> URL = Setting.of(
                    "url",
                    ValueTypes.text("URL", "postgresql://user:password@host:port/database or a jdbc:postgresql: URL"),
                    "The database: postgresql://user@host:port/database, or a JDBC URL.")
            .in(Group.TARGET)
            .flags("--url", "--connection")
            .alias("DATABASE_URL")
            .with(SENSITIVE)
            .forCommands(MIGRATE, VALIDATE, VERIFY, ANALYZE, STATUS, ROLLBACK, BACKUP, RESTORE, SHOW, SETUP);
    /** Never the embedded server. */
    public static final Setting<Boolean> NO_EMBEDDED = Setting.of(
                    "no-embedded",
                    ValueTypes.yesOrNo(),
                    "Fail where no URL is given, and start no embedded PostgreSQL.")
            .in(Group.TARGET)
            .forCommands(MIGRATE, VALIDATE, VERIFY, ANALYZE, STATUS, ROLLBACK, BACKUP, RESTORE, SHOW, SETUP);
    /** The target's schema. */
    public static final Setting<String> SCHEMA = Setting.of(
                    "schema",
                    ValueTypes.text("SCHEMA", "a schema's name"),
                    "The schema of the profile's tables; the profile's name if not given.")
            .in(Group.TARGET)
            .forCommands(MIGRATE, VALIDATE, VERIFY, ANALYZE, STATUS, ROLLBACK, BACKUP, RESTORE, SHOW, SETUP);

    /** The file of settings. */
    public static final Setting<Path> CONFIG = general(
                    "config", ValueTypes.path("FILE"), "Read settings from FILE instead of ferry.properties.")
            .with(BEFORE_FILES);
    /** The file of environment variables. */
    public static final Setting<Path> ENV_FILE = general(
                    "env-file", ValueTypes.path("FILE"), "Read environment variables from FILE instead of .env.")
            .with(BEFORE_FILES);
    /** Say more. */
    public static final Setting<Boolean> VERBOSE = general(
                    "verbose", ValueTypes.yesOrNo(), "Show the log and the stack traces of failures, too.")
            .flags("-v", "--verbose");
    /** Say less. */
    public static final Setting<Boolean> QUIET = general(
                    "quiet", ValueTypes.yesOrNo(), "Show no progress; the target, warnings and failures stay.")
            .flags("-q", "--quiet");
    /** One JSON document. */
    public static final Setting<Boolean> JSON =
            general("json", ValueTypes.yesOrNo(), "Print the result as one JSON document; see 'config schema'.");
    /** Colours. */
    public static final Setting<ColorMode> COLOR = general(
                    "color", ValueTypes.choice(ColorMode.class), "Colours; auto heeds NO_COLOR and TERM=dumb.")
            .standard("auto");
    /** The log file. */
    public static final Setting<Path> LOG_FILE =
            general("log-file", ValueTypes.path("FILE"), "The log file.").standard(".ferry/logs/ferry.log");
    /** How much is logged. */
    public static final Setting<LogLevel> LOG_LEVEL = general(
                    "log-level", ValueTypes.choice(LogLevel.class), "How much is logged.")
            .alias("MIGRATION_LOG_LEVEL", "LOG_LEVEL")
            .standard("info");

    /** All of them, in the order of the help. */
    public static final List<Setting<?>> ALL = List.of(
            PROFILE,
            SOURCE,
            DATABASE,
            DRY_RUN,
            OFFLINE,
            FORCE,
            ON_CONFLICT,
            TRUNCATE,
            ENTITIES,
            FILTER,
            INCLUDE_DELETED,
            BATCH_SIZE,
            CommitSettings.COMMIT,
            CommitSettings.WORKERS,
            CommitSettings.WRITER,
            CommitSettings.RESUME,
            CommitSettings.MAX_ERRORS,
            TAG,
            TIMEOUT,
            SOURCE_ZONE,
            REPORT,
            REJECTS,
            SKIP_VALIDATION,
            LoginSettings.PASSWORD_HASH,
            LoginSettings.CREDENTIALS_FILE,
            VerifySettings.VERIFIED_RUN,
            VerifySettings.PROOF,
            VerifySettings.CHECK_PROOF,
            LoginSettings.LOGINS,
            LoginSettings.LOGIN_PASSWORD,
            RollbackSettings.ROLLBACK_TAG,
            RollbackSettings.RUN,
            RollbackSettings.ON_DRIFT,
            RollbackSettings.YES,
            BackupSettings.ROLLBACK_BACKUP,
            BackupSettings.BACKUP,
            BackupSettings.NO_BACKUP,
            BackupSettings.LIST,
            BackupSettings.SOURCE_ONLY,
            BackupSettings.OUTPUT_DIR,
            BackupSettings.KEEP_BACKUPS,
            CLEAN,
            ConvertSettings.OUTPUT,
            ConvertSettings.FORMAT,
            ORIGIN,
            AnalyzeSettings.COMPARE_COUNTS,
            NotifySettings.NOTIFY,
            LimitSettings.MAX_DEPTH,
            LimitSettings.MAX_STRING,
            LimitSettings.MAX_DIGITS,
            LimitSettings.MAX_RECORD,
            URL,
            NO_EMBEDDED,
            SCHEMA,
            PluginSettings.PLUGIN_PATH,
            CONFIG,
            ENV_FILE,
            VERBOSE,
            QUIET,
            JSON,
            COLOR,
            LOG_FILE,
            LOG_LEVEL);

    private Catalog() {}

    /** The settings that a command knows. */
    public static List<Setting<?>> of(String command) {
        return ALL.stream().filter(setting -> setting.belongsTo(command)).toList();
    }

    /** The setting that an option of a command gives. */
    public static Optional<Setting<?>> option(String command, String flag) {
        return of(command).stream()
                .filter(setting -> setting.flags().contains(flag))
                .findFirst();
    }

    /** The setting of this name that files may set. */
    static Optional<Setting<?>> inFiles(String name) {
        return ALL.stream()
                .filter(setting -> setting.name().equals(name))
                .filter(setting -> !setting.is(FLAG_ONLY) && !setting.is(BEFORE_FILES))
                .findFirst();
    }

    private static <T> Setting<T> general(String name, ValueType<T> type, String description) {
        return Setting.of(name, type, description).in(Group.GENERAL);
    }
}
