package dev.ferry.migration;

import dev.ferry.backup.BackupFile;
import dev.ferry.backup.BackupFolder;
import dev.ferry.backup.DatabaseBackup;
import dev.ferry.backup.DatabaseBackup.Subject;
import dev.ferry.backup.SourceBackup;
import dev.ferry.database.Database;
import dev.ferry.database.SqlFailure;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunLedger;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.schema.SchemaOwner;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** Takes backups: of a profile's tables as they are at one moment, or of a source's files. Nothing is locked or changed. */
public final class Backup {
    private final Profile profile;
    private final BackupFolder folder;
    private final OptionalInt keep;

    /**
     * Backups of a profile.
     *
     * @param keep how many of the same tables or sources stay, the new one included; all where it is empty
     */
    public Backup(Profile profile, BackupFolder folder, OptionalInt keep) {
        this.profile = profile;
        this.folder = folder;
        this.keep = keep;
    }

    /**
     * Saves the tables of a schema.
     *
     * @throws dev.ferry.failure.UsageException where there are none, or they are another profile's
     * @throws dev.ferry.backup.BackupException where the disk fails; nothing is left of the backup then
     */
    public BackupResult of(Database database, String schema, MigrationListener listener) {
        return of(database, schema, RunId.startingAt(Instant.now()), listener);
    }

    /** The same under the name of a run. */
    BackupResult of(Database database, String schema, RunId moment, MigrationListener listener) {
        long start = System.nanoTime();
        return pruned(take(database, schema, moment, listener), start);
    }

    /**
     * Saves the files of a source.
     *
     * @param location a file or folder, as its user named it
     */
    public BackupResult ofSource(String location) {
        long start = System.nanoTime();
        RunId moment = RunId.startingAt(Instant.now());
        return pruned(
                SourceBackup.write(location, profile.sections(), subject(location, ""), folder, moment.value()), start);
    }

    private BackupResult pruned(BackupFile file, long start) {
        List<Path> gone = keep.isPresent() ? folder.prune(file, keep.getAsInt()) : List.of();
        return new BackupResult(file, gone, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private BackupFile take(Database database, String schema, RunId moment, MigrationListener listener) {
        SchemaOwner owner = new SchemaOwner(database, profile, schema);
        try (Connection connection = database.connect("backup")) {
            try {
                DatabaseBackup.begin(connection);
                Optional<String> tag = Optional.empty();
                if (RunLedger.exists(connection)) {
                    owner.requireOwned(connection);
                    List<String> tags = new RunLedger(database, schema).tags(connection);
                    tag = tags.stream().skip(Math.max(0, tags.size() - 1)).findFirst();
                }
                BackupFile file = DatabaseBackup.write(
                        connection,
                        subject(database.description(), schema),
                        tag,
                        folder,
                        moment.value(),
                        (table, rows) ->
                                listener.progress(new MigrationListener.Progress(table, rows, rows, rows, rows)));
                connection.rollback();
                return file;
            } catch (SQLException e) {
                throw SqlFailure.explainReading("the backup could not be taken", e, connection, schema);
            }
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    private Subject subject(String origin, String schema) {
        return new Subject(
                profile.name(),
                profile.version(),
                schema,
                Step.tables(profile.steps()).stream().map(Table::name).toList(),
                origin,
                Version.current());
    }
}
