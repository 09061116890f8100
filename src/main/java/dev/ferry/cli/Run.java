package dev.ferry.cli;

import dev.ferry.cli.setting.BackupSettings;
import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.CommitSettings;
import dev.ferry.cli.setting.Entry;
import dev.ferry.cli.setting.LimitSettings;
import dev.ferry.cli.setting.LoginSettings;
import dev.ferry.cli.setting.Settings;
import dev.ferry.cli.setting.VerifySettings;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.UsageException;
import dev.ferry.filter.Filters;
import dev.ferry.migration.Checks;
import dev.ferry.migration.Deleted;
import dev.ferry.migration.ExistingRows;
import dev.ferry.migration.MigrationOptions;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.OnRejected;
import dev.ferry.migration.RunMode;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Samples;
import dev.ferry.report.Notification;
import dev.ferry.source.SourceNames;
import dev.ferry.source.Sources;
import dev.ferry.validate.ConstraintReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What {@code migrate} and {@code validate} share, and {@code verify} in part: options for the stages, one run, its result and its
 * reports.
 */
final class Run {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    private final String command;
    private final Invocation invocation;
    private final Profile profile;
    private final Settings settings;
    private final Progress progress;

    Run(String command, Invocation invocation) {
        this.command = command;
        this.invocation = invocation;
        profile = invocation.profile();
        settings = invocation.settingsFor(profile);
        progress = Progress.of(invocation);
    }

    /** What is done with a source, once it is known which. */
    @FunctionalInterface
    interface Deed {
        ExitCode with(MigrationOptions options, List<Path> reports) throws IOException;
    }

    /** Runs as far as the mode says. */
    ExitCode execute(RunMode mode) throws IOException {
        return onSource(mode, this::execute);
    }

    /** Does something with the source that is meant, and closes it. */
    ExitCode onSource(RunMode mode, Deed deed) throws IOException {
        List<Path> reports =
                settings.all(Catalog.REPORT).stream().map(invocation::path).toList();
        reports.forEach(invocation.stages()::checkReport);
        Outputs.requireDistinct(Stream.of(
                        reports.stream(),
                        settings.value(Catalog.REJECTS).map(invocation::path).stream(),
                        settings.value(VerifySettings.PROOF).map(invocation::path).stream(),
                        settings.value(VerifySettings.CHECK_PROOF).map(invocation::path).stream(),
                        settings.value(LoginSettings.CREDENTIALS_FILE).map(invocation::path).stream())
                .flatMap(files -> files)
                .toList());
        Optional<SourceChoice> source = SourceChoice.of(invocation, settings, invocation.argument());
        if (source.isPresent()) {
            return onSource(source.get(), mode, reports, deed);
        }
        if (!Target.isEmbedded(settings)) {
            throw new UsageException(
                    "which source? The samples go into the embedded database only",
                    "Give a SOURCE: a file, a folder or a database.");
        }
        try (Samples samples = Samples.of(profile)) {
            return deed.with(options(samples.folder().toString(), mode), reports);
        }
    }

    private ExitCode onSource(SourceChoice source, RunMode mode, List<Path> reports, Deed deed) throws IOException {
        List<Entry> names = settings.sourceNames();
        if (source instanceof SourceChoice.DatabaseAt database) {
            SourceNames known = new ConfiguredNames(profile).of(names);
            try (WatchedDatabase opened = database.open(invocation)) {
                return deed.with(options(opened.description(), mode).withSourceDatabase(opened, known), reports);
            }
        }
        names.stream()
                .findFirst()
                .ifPresent(entry -> invocation
                        .messages()
                        .warning(
                                entry.place() + ": tables.… and columns.… serve sources that are databases; not used"));
        return deed.with(options(((SourceChoice.Files) source).location(), mode), reports);
    }

    /** Runs what reads no source. */
    ExitCode execute(MigrationOptions options) throws IOException {
        return execute(options, List.of());
    }

    private ExitCode execute(MigrationOptions options, List<Path> reports) throws IOException {
        requireNotSource(options, reports);
        invocation.notice().begin();
        if (!options.mode().needsDatabase()) {
            return finish(invocation.stages().migrate(options, Optional.empty(), progress), reports);
        }
        try (WatchedDatabase database = Target.open(invocation)) {
            invocation.notice().begin(database.description() + ", schema " + options.schema());
            MigrationResult result;
            try {
                result = invocation.stages().migrate(options, Optional.of(database), progress);
            } catch (RuntimeException e) {
                invocation.failure().during(progress.run());
                throw invocation.cancellation().isRequested()
                        ? new Aftermath(invocation.stages(), database.unwatched(), profile, options.schema())
                                .ofRun(progress.run())
                        : e;
            }
            return finish(result, reports);
        }
    }

    /** Refuses a report in the place of a file that is read. */
    static void requireNotSource(MigrationOptions options, List<Path> reports) {
        for (Path report : reports) {
            if (options.database().isEmpty()
                    && Sources.reads(options.source(), options.profile().sections(), report)) {
                throw new UsageException(
                        "the report would be written over the source " + report, "Give --report another file.");
            }
        }
    }

    /** Tells how it goes on. */
    Progress progress() {
        return progress;
    }

    private ExitCode finish(MigrationResult result, List<Path> reports) throws IOException {
        invocation.messages().erase();
        try (ConstraintReport report = result.summary().report()) {
            report.listed()
                    .forEach(violation -> LOG.warn(
                            "violation {} at {} {}: {} {} {}",
                            violation.constraint(),
                            violation.position(),
                            violation.position().pointer(),
                            violation.entity(),
                            violation.id(),
                            violation.field()));
            LOG.info("{} with {} violations", result.status(), report.violationCount());
            invocation.notice().ended(Notification.ofRun(JsonRenderer.document(command), result));
            invocation.renderer().migration(command, result);
            invocation.output().flush();
            // After the result, which stands whatever becomes of its reports.
            return reports.stream()
                    .map(file -> write(file, result))
                    .filter(code -> code != ExitCode.DONE)
                    .findFirst()
                    .orElse(result.exitCode());
        }
    }

    private ExitCode write(Path file, MigrationResult result) {
        try {
            invocation.stages().writeReport(file, command, result, invocation.redactor());
            return ExitCode.DONE;
        } catch (FerryException e) {
            LOG.error("report {}", file, e);
            invocation.messages().error("the report was not written: " + e.getMessage());
            return e.exitCode();
        }
    }

    private MigrationOptions options(String source, RunMode mode) {
        MigrationOptions options = MigrationOptions.of(profile, source)
                .withMode(mode)
                .withSchema(settings.get(Catalog.SCHEMA))
                .withOnConflict(settings.get(Catalog.ON_CONFLICT))
                .withBatchSize(settings.get(Catalog.BATCH_SIZE))
                .withTimeout(settings.get(Catalog.TIMEOUT))
                .withSourceZone(settings.get(Catalog.SOURCE_ZONE))
                .withFilters(Filters.parse(profile, settings.get(Catalog.SOURCE_ZONE), settings.all(Catalog.FILTER)))
                .withDeleted(settings.on(Catalog.INCLUDE_DELETED) ? Deleted.INCLUDED : Deleted.LEFT_OUT)
                .withLimits(LimitSettings.limits(settings));
        if (settings.value(Catalog.ENTITIES).isPresent()) {
            options = options.withEntities(Set.copyOf(settings.get(Catalog.ENTITIES)));
        }
        if (settings.value(Catalog.REJECTS).isPresent()) {
            options = options.withRejects(
                    invocation.path(settings.value(Catalog.REJECTS).get()));
        }
        if (settings.value(CommitSettings.MAX_ERRORS).isPresent()) {
            options = options.withMaxErrors(settings.get(CommitSettings.MAX_ERRORS));
        }
        if (!command.equals(Migrate.NAME)) {
            return options;
        }
        options = withPasswords(options.withCommit(CommitSettings.plan(settings))
                        .withWriter(settings.get(CommitSettings.WRITER)))
                .withBackup(BackupSettings.options(settings, Backup.folder(invocation, settings)));
        if (settings.on(Catalog.FORCE)) {
            options = options.withOnRejected(OnRejected.WRITE_THE_REST);
        }
        if (settings.on(Catalog.TRUNCATE)) {
            options = options.withExistingRows(ExistingRows.TRUNCATED);
        }
        if (settings.on(Catalog.SKIP_VALIDATION)) {
            options = options.withChecks(Checks.SKIP_VALIDATION);
        }
        return settings.value(Catalog.TAG).map(options::withTag).orElse(options);
    }

    private MigrationOptions withPasswords(MigrationOptions options) {
        MigrationOptions hashing = options.withPasswordHash(settings.get(LoginSettings.PASSWORD_HASH));
        Optional<Path> credentials =
                settings.value(LoginSettings.CREDENTIALS_FILE).map(invocation::path);
        if (credentials.isPresent() && !options.mode().commits()) {
            invocation.messages().warning("a rehearsal generates no passwords: the credentials file is not written");
        }
        return credentials.map(hashing::withCredentials).orElse(hashing);
    }
}
