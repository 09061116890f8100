package dev.ferry.backup;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.backup.DatabaseBackup.Subject;
import dev.ferry.database.Database;
import dev.ferry.database.DatabaseUrl;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.NewRun;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunLedger;
import dev.ferry.ledger.TransactionLedger;
import dev.ferry.profile.Profiles;
import dev.ferry.schema.SchemaOwner;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.NullMarked;

/** A profile's schema for tables that are made by hand, and a folder of backups. */
@NullMarked
final class RestoreBench {
    private static final String SCHEMA = "courses";

    final String url = TestPostgres.newDatabase();
    private final Path folder;
    private final Database database = Database.at(DatabaseUrl.parse(url));
    private final SchemaOwner owner = new SchemaOwner(database, Profiles.named(SCHEMA), SCHEMA);

    RestoreBench(Path folder) {
        this.folder = folder;
        owner.update();
    }

    static Subject subject(String... tables) {
        return new Subject(SCHEMA, "1", SCHEMA, List.of(tables), "test database", "test");
    }

    BackupFile backup(String... tables) throws SQLException {
        return backup((table, rows) -> {}, tables);
    }

    BackupFile backup(ObjLongConsumer<String> hearer, String... tables) throws SQLException {
        try (Connection connection = database.connect("test")) {
            DatabaseBackup.begin(connection);
            return DatabaseBackup.write(
                    connection,
                    subject(tables),
                    Optional.empty(),
                    new BackupFolder(folder),
                    RunId.startingAt(Instant.now()).value(),
                    hearer);
        }
    }

    List<EntityCount> restore(BackupFile backup) throws SQLException {
        Instant now = Instant.now();
        NewRun run = new NewRun(RunId.startingAt(now), SCHEMA, "1", Optional.empty(), "x", "", "test", now);
        new RunLedger(database, SCHEMA).start(run);
        try (Connection connection = database.connect("test");
                Archive archive = Archive.open(backup.file())) {
            connection.setAutoCommit(false);
            TransactionLedger ledger = new TransactionLedger(connection, run.id(), SCHEMA);
            List<EntityCount> counts =
                    new DatabaseRestore(connection, ledger, archive, SCHEMA).run((table, rows, of) -> {});
            ledger.complete("tag-" + run.id(), counts, backup.sha256());
            connection.commit();
            return counts;
        }
    }

    void rollback() {
        owner.rollback(owner.plan(new RollbackGoal.NewestRun()), DriftPolicy.ABORT);
    }

    Map<String, List<String>> dump() {
        return DatabaseDump.of(url, SCHEMA);
    }

    void execute(String sql) {
        DatabaseDump.execute(url, sql);
    }
}
