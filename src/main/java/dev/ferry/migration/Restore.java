package dev.ferry.migration;

import dev.ferry.backup.Archive;
import dev.ferry.backup.DatabaseRestore;
import dev.ferry.database.Database;
import dev.ferry.database.SqlFailure;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.TransactionLedger;
import dev.ferry.migration.MigrationListener.Progress;
import dev.ferry.migration.RestorePlan.TableRows;
import dev.ferry.schema.SchemaOwner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes a profile's tables what they are in a backup, in one transaction. It is a run like any other: with the lock, in the
 * ledger, and a rollback takes it back exactly.
 */
public final class Restore {
    private final Database database;
    private final RestoreRequest request;
    private final MigrationListener listener;

    private Restore(Database database, RestoreRequest request, MigrationListener listener) {
        this.database = database;
        this.request = request;
        this.listener = listener;
    }

    /** A restore into a database. */
    public static Restore into(Database database, RestoreRequest request, MigrationListener listener) {
        return new Restore(database, request, listener);
    }

    /**
     * What would be done; changes nothing, and needs no schema to be there.
     *
     * @throws dev.ferry.failure.RefusalException where the backup is another profile's or another schema version's
     */
    public RestorePlan plan() {
        RestoreCheck check = new RestoreCheck(request);
        check.requireOwn();
        try (Connection connection = database.connect("restore plan")) {
            connection.setAutoCommit(false);
            // The schema as it would be: what a rehearsal does inside its transaction.
            new SchemaOwner(database, request.profile(), request.schema()).updateInside(connection);
            List<TableRows> rows = check.requireFitting(connection);
            connection.rollback();
            return new RestorePlan(
                    database.description(), request.schema(), request.archive().file(), rows);
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    /**
     * Restores what {@link #plan} says, all or nothing.
     *
     * @throws dev.ferry.failure.RefusalException where it cannot be done exactly, or rows of other tables need the rows that
     *     would go; nothing was changed then
     */
    public RestoreResult run() {
        long start = System.nanoTime();
        RestorePlan plan = plan();
        MigrationOptions options = MigrationOptions.of(
                        request.profile(), request.archive().file().file().toString())
                .withSchema(request.schema())
                .withCommit(CommitPlan.ATOMIC);
        RunHeader header = RunHeader.ofRestore(database, options);
        Connection connection = database.connect("restore");
        try {
            List<EntityCount> counts = run(header, connection);
            header.end(connection);
            return new RestoreResult(
                    plan, header.id(), header.tag(), counts, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (SQLException e) {
            header.abandon(connection, e);
            throw SqlFailure.explain("the restore failed and was rolled back", e);
        } catch (RuntimeException | Error e) {
            header.abandon(connection, e);
            throw e;
        }
    }

    private List<EntityCount> run(RunHeader header, Connection connection) throws SQLException {
        Archive archive = request.archive();
        header.begin(connection);
        listener.started(header.id(), header.tag());
        // Others may have changed the schema since the plan.
        new RestoreCheck(request).requireFitting(connection);
        TransactionLedger ledger = new TransactionLedger(connection, header.id(), request.schema());
        List<EntityCount> counts = new DatabaseRestore(connection, ledger, archive, request.schema())
                .run((table, rows, of) -> listener.progress(new Progress(table, rows, rows, rows, of)));
        ledger.complete(header.tag(), counts, archive.file().sha256());
        header.commit(connection);
        return counts;
    }
}
