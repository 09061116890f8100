package dev.ferry.schema;

import dev.ferry.database.Database;
import dev.ferry.database.ServerSession;
import dev.ferry.database.SettledCommit;
import dev.ferry.database.SqlFailure;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.LockState;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunLedger;
import dev.ferry.ledger.RunStatus;
import dev.ferry.profile.Profile;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Owns a profile's schema and the ledger's: brings both up to date and takes runs and schema changes back.
 *
 * <p>Everything is one transaction, so a crash leaves the state before. The caller holds the lock on database and
 * schema that keeps runs apart. Thread-safe; Liquibase itself works for one thread at a time.
 */
public final class SchemaOwner {
    private final Database database;
    private final Changelog ledger;
    private final Changelog changelog;

    /**
     * The owner of a schema.
     *
     * @param schema its name, exactly as it is in the catalog; never dropped, whatever it is
     * @throws UsageException where it is too long, or PostgreSQL's or the ledger's own
     */
    public SchemaOwner(Database database, Profile profile, String schema) {
        SchemaName.requireUsable(schema);
        ClassLoader loader = profile.getClass().getClassLoader();
        this.database = database;
        this.ledger = new Changelog("ledger", RunLedger.SCHEMA, SchemaOwner.class.getClassLoader());
        this.changelog = new Changelog(profile.name(), schema, loader);
    }

    /** Brings ledger and schema up to date and commits; a few milliseconds where they are. */
    public void update() {
        on("schema", connection -> {
            connection.setAutoCommit(false);
            if (!upToDate(connection)) {
                bringUpToDate(connection);
            }
            connection.commit();
            return changelog;
        });
    }

    /**
     * Brings ledger and schema up to date inside the caller's open transaction, for a rehearsal: the tables can be
     * written to at once, and are gone when the transaction is rolled back. Throws {@link FerryException} with the
     * transaction broken.
     */
    public void updateInside(Connection connection) {
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalStateException("a rehearsal is one transaction, but autocommit is on");
            }
            if (!upToDate(connection)) {
                bringUpToDate(connection);
            }
        } catch (SQLException e) {
            throw failure(e, connection);
        }
    }

    /**
     * Checks that the schema is not another profile's; nothing is changed.
     *
     * @throws UsageException where it is
     */
    public void requireOwned(Connection connection) {
        try {
            new ChangelogState(connection, changelog).requireOwner();
        } catch (SQLException e) {
            throw failure(e, connection);
        }
    }

    /**
     * What a rollback would take back.
     *
     * @throws UsageException where there is no such run or tag, or the run was never completed or is taken back already
     */
    public UndoPlan plan(RollbackGoal goal) {
        return on("rollback plan", connection -> new Rollback(connection, changelog).plan(goal));
    }

    /**
     * Takes back what a plan says, runs and schema changes in exact reverse order, in one transaction.
     *
     * @throws dev.ferry.failure.RefusalException where the plan is no longer what would be taken back, where rows
     * drifted and the policy does not cover that, where others depend on what is dropped, and where it cannot be done
     * exactly; nothing is changed then
     */
    public UndoResult rollback(UndoPlan plan, DriftPolicy policy) {
        return on("rollback", connection -> {
            ServerSession session = ServerSession.of(connection);
            connection.setAutoCommit(false);
            SchemaLock.take(connection);
            UndoResult result = new Rollback(connection, changelog).run(plan, policy);
            if (plan.runs().isEmpty()) {
                // What goes back to a tag is told by the tag, and may be asked for again.
                connection.commit();
            } else {
                RunId newest = plan.runs().get(0).id();
                new SettledCommit(database, session, "the rollback of run " + newest)
                        .commit(connection, other -> isTakenBack(other, newest));
            }
            return result;
        });
    }

    /** Asked for again, the rollback of the newest run would take the one before it. */
    private boolean isTakenBack(Connection connection, RunId run) {
        return RunLedger.runs(connection, changelog.schema(), LockState.HELD).stream()
                .anyMatch(found -> found.id().equals(run) && found.status() == RunStatus.ROLLED_BACK);
    }

    /** What is done on a connection of its own. */
    @FunctionalInterface
    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T on(String purpose, Work<T> work) {
        try (Connection connection = database.connect(purpose)) {
            try {
                return work.on(connection);
            } catch (SQLException e) {
                throw failure(e, connection);
            }
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    private boolean upToDate(Connection connection) throws SQLException {
        if (RunLedger.exists(connection)) {
            ChangelogState state = new ChangelogState(connection, changelog);
            state.requireOwner();
            return new ChangelogState(connection, ledger).upToDate() && state.upToDate();
        }
        return false;
    }

    private void bringUpToDate(Connection connection) throws SQLException {
        SchemaLock lock = SchemaLock.take(connection);
        for (Changelog each : new Changelog[] {ledger, changelog}) {
            createSchema(connection, each);
            new LiquibaseSession(connection, each).update();
            new ChangelogState(connection, each).record();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE UNIQUE INDEX IF NOT EXISTS databasechangelog_run_tag ON " + changelog.schemaSql()
                    + ".databasechangelog (lower(tag)) WHERE author = 'ferry'");
        }
        lock.restoreTimeout();
    }

    /** CREATE SCHEMA IF NOT EXISTS asks for the right to create one even where it exists. */
    private static void createSchema(Connection connection, Changelog changelog) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM pg_namespace WHERE nspname = ?")) {
            statement.setString(1, changelog.schema());
            if (statement.executeQuery().next()) {
                return;
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + changelog.schemaSql());
        }
    }

    private FerryException failure(SQLException cause, Connection connection) {
        return SqlFailure.explain(
                "schema " + changelog.schema(), cause, connection, RunLedger.SCHEMA, changelog.schema());
    }
}
