package dev.ferry.cli;

import dev.ferry.backup.BackupFolder;
import dev.ferry.backup.BackupList;
import dev.ferry.cli.setting.BackupSettings;
import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.Settings;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
import dev.ferry.migration.BackupResult;
import dev.ferry.profile.Profile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code backup}: a profile's tables, or a source's files, as an archive; or what archives there are. */
final class Backup implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String summary() {
        return "Saves all tables of a profile as they are at one moment, in an archive that restore brings back.";
    }

    @Override
    public Optional<String> argument() {
        return Optional.of("SOURCE");
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example("backup -p courses", "the tables into a file in backups/"),
                new Example("backup -p courses --keep-backups 7", "the same, and delete all but the newest 7"),
                new Example("backup --list", "show what there is"),
                new Example("backup -p courses data/ --source-only", "the source's files, no tables"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Settings settings = invocation.settings();
        BackupFolder folder = folder(invocation, settings);
        if (settings.on(BackupSettings.LIST)) {
            if (settings.on(BackupSettings.SOURCE_ONLY) || invocation.argument().isPresent()) {
                throw new UsageException("--list takes no source; it shows what is there", "Leave one of them out.");
            }
            invocation
                    .renderer()
                    .backups(BackupList.of(folder, invocation.findProfile().map(Profile::name)));
            return ExitCode.DONE;
        }
        Profile profile = invocation.profile();
        BackupResult result = settings.on(BackupSettings.SOURCE_ONLY)
                ? ofSource(invocation, profile, folder)
                : ofDatabase(invocation, profile, folder);
        LOG.info("wrote {}, SHA-256 {}", result.backup().file(), result.backup().sha256());
        result.pruned().forEach(file -> LOG.info("deleted the old backup {}", file));
        invocation.renderer().backup(result);
        return ExitCode.DONE;
    }

    /** The folder of backups, as the user means it. */
    static BackupFolder folder(Invocation invocation, Settings settings) {
        return new BackupFolder(SourceChoice.meantFromHere(invocation, settings.get(BackupSettings.OUTPUT_DIR)));
    }

    private static BackupResult ofSource(Invocation invocation, Profile profile, BackupFolder folder) {
        SourceChoice choice = SourceChoice.of(invocation, invocation.settings(), invocation.argument())
                .orElseThrow(() -> new UsageException("which source?", "Give a SOURCE: a file or a folder."));
        if (choice instanceof SourceChoice.Files files) {
            return invocation
                    .stages()
                    .backupSource(profile, files.location(), folder, BackupSettings.keep(invocation.settings()));
        }
        throw new UsageException(
                "a source that is a database has no files to save",
                "'ferry convert' writes its rows as files, and pg_dump saves it as it is.");
    }

    private static BackupResult ofDatabase(Invocation invocation, Profile profile, BackupFolder folder) {
        if (invocation.argument().isPresent()) {
            throw new UsageException(
                    "a backup is of the database, and '" + invocation.argument().get() + "' would be a source",
                    "Add --source-only to save its files, or leave it out.");
        }
        Settings settings = invocation.settingsFor(profile);
        try (WatchedDatabase database = Target.open(invocation)) {
            Progress progress = Progress.of(invocation);
            progress.target(database.description(), settings.get(Catalog.SCHEMA));
            return invocation
                    .stages()
                    .backup(
                            database,
                            profile,
                            settings.get(Catalog.SCHEMA),
                            folder,
                            BackupSettings.keep(settings),
                            progress);
        }
    }
}
