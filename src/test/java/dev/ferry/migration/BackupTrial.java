package dev.ferry.migration;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.backup.Archive;
import dev.ferry.backup.BackupFile;
import dev.ferry.backup.BackupFolder;
import dev.ferry.database.Database;
import dev.ferry.database.DatabaseUrl;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.profile.Profile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;

/** A profile, a database and a folder of backups. */
@NullMarked
final class BackupTrial {
    final Profile profile;
    final String url;
    final Path folder;

    BackupTrial(Profile profile, Path folder) {
        this(profile, folder, TestPostgres.newDatabase());
    }

    private BackupTrial(Profile profile, Path folder, String url) {
        this.profile = profile;
        this.folder = folder;
        this.url = url;
    }

    /** The same backups with another database, which is empty. */
    BackupTrial elsewhere() {
        return new BackupTrial(profile, folder, TestPostgres.newDatabase());
    }

    Database database() {
        return Database.at(DatabaseUrl.parse(url));
    }

    MigrationResult migrate() {
        return migrate(options -> options);
    }

    MigrationResult migrate(UnaryOperator<MigrationOptions> change) {
        return migrate(change, MigrationListener.SILENT);
    }

    MigrationResult migrate(UnaryOperator<MigrationOptions> change, MigrationListener listener) {
        MigrationOptions options =
                MigrationOptions.of(profile, Path.of("samples", profile.name()).toString());
        return Migration.into(database(), change.apply(options), listener).run();
    }

    BackupFile backup() {
        return backup(OptionalInt.empty()).backup();
    }

    BackupResult backup(OptionalInt keep) {
        return new Backup(profile, new BackupFolder(folder), keep)
                .of(database(), profile.name(), MigrationListener.SILENT);
    }

    RestoreResult restore(BackupFile backup) {
        return restore(backup.file(), profile);
    }

    RestoreResult restore(Path file, Profile as) {
        try (Archive archive = Archive.open(file)) {
            return Restore.into(database(), new RestoreRequest(as, archive, profile.name()), MigrationListener.SILENT)
                    .run();
        }
    }

    void rollback() {
        Rollback.in(
                        database(),
                        new RollbackRequest(profile, profile.name(), new RollbackGoal.NewestRun(), DriftPolicy.ABORT))
                .run();
    }

    Map<String, List<String>> dump() {
        return DatabaseDump.of(url, profile.name());
    }

    void execute(String sql) {
        DatabaseDump.execute(url, sql);
    }

    String value(String sql) {
        return DatabaseDump.value(url, sql);
    }

    List<String> column(String sql) {
        return DatabaseDump.column(url, sql);
    }
}
