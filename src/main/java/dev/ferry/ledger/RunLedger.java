package dev.ferry.ledger;

import dev.ferry.database.Database;
import dev.ferry.database.SqlFailure;
import dev.ferry.failure.RefusalException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of the runs that wrote to one schema. Thread-safe.
 *
 * <p>The ledger lives in schema {@value #SCHEMA} of the same database. A run's header is committed on its own before
 * the work; {@link TransactionLedger} keeps what it writes. Failures are thrown as
 * {@link dev.ferry.database.DatabaseException}.
 */
public final class RunLedger {
    /** The database schema of the ledger. */
    public static final String SCHEMA = "ferry";

    /** The format of the ledger's tables that this version reads and writes. */
    private static final int FORMAT = 5;

    private final Database database;
    private final String schema;

    /** The ledger of the runs that wrote to this schema. */
    public RunLedger(Database database, String schema) {
        this.database = database;
        this.schema = schema;
    }

    /**
     * Whether the database has a ledger; it gets one when the schema is first brought up to date.
     *
     * @throws RefusalException where a newer Ferry wrote it
     */
    public static boolean exists(Connection connection) {
        try {
            if (!TableShape.exists(connection, SCHEMA, "ledger_format")) {
                return false;
            }
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT max(format) FROM ferry.ledger_format")) {
                int format = row.next() ? row.getInt(1) : 0;
                if (format > FORMAT) {
                    throw new RefusalException(
                            "the ledger in this database has format " + format + ", this Ferry knows up to " + FORMAT,
                            "use the Ferry that wrote it, or a newer one");
                }
                return true;
            }
        } catch (SQLException e) {
            throw failure(e, connection, SCHEMA);
        }
    }

    /** Records a run as RUNNING and commits that, on a connection of its own. */
    public void start(NewRun run) {
        try (Connection connection = database.connect("start of run " + run.id())) {
            startInside(connection, run);
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    /**
     * Opens a run whose batches will be visible before its end: what guards its resumption is noted, and it can be taken back
     * from now on. Inside the caller's transaction.
     *
     * @throws dev.ferry.failure.UsageException where the tag is taken
     */
    public void open(Connection connection, RunId run, String tag, String sha256) {
        try {
            RunRows.open(connection, run, tag, sha256);
            ChangelogRows.append(connection, schema, run, tag);
        } catch (SQLException e) {
            throw failure(e, connection, schema);
        }
    }

    /** Goes on with a run that stopped; inside the caller's transaction. */
    public void resume(Connection connection, RunId run) {
        try {
            RunRows.resume(connection, run);
        } catch (SQLException e) {
            throw failure(e, connection, schema);
        }
    }

    /** What a batch of a run did; none where it was not committed. */
    public List<EntityCount> checkpoint(Connection connection, RunId run, BatchPlace place) {
        try {
            return RunCheckpoints.of(connection, run, place);
        } catch (SQLException e) {
            throw failure(e, connection, schema);
        }
    }

    /** Ends a run that was opened, all of whose batches are committed. */
    public void close(Connection connection, Run run, List<EntityCount> counts) {
        try {
            RunRows.complete(
                    connection,
                    run.id(),
                    run.tag().orElseThrow(),
                    run.sourceSha256().orElseThrow(),
                    RunCheckpoints.count(connection, run.id()),
                    counts);
        } catch (SQLException e) {
            throw failure(e, connection, schema);
        }
    }

    /**
     * Takes the batches of an open run back because of what it met; inside the caller's transaction, which must be rolled back
     * where there is drift.
     *
     * @param status what the run ends as
     * @return rows that someone changed since; none where all is as before the run
     */
    public List<Drift> withdraw(
            Connection connection, RunId run, RunStatus status, List<EntityCount> counts, String message) {
        try {
            Undo undo = new Undo(connection, schema, DriftPolicy.ABORT);
            undo.run(run);
            ChangelogRows.remove(connection, schema, run);
            RunRows.withdrawn(connection, run, status, counts, message);
            return undo.drift();
        } catch (SQLException e) {
            throw failure(e, connection, schema);
        }
    }

    /** Takes a run's rows out of its profile's changelog table, for a run whose rows were taken away by other means. */
    public static void removeFromChangelog(Connection connection, String schema, RunId run) throws SQLException {
        ChangelogRows.remove(connection, schema, run);
    }

    /** Records a run as RUNNING inside the caller's transaction, for a rehearsal that keeps no trace. */
    public void startInside(Connection connection, NewRun run) {
        try {
            RunRows.start(connection, run, schema);
        } catch (SQLException e) {
            throw failure(e, connection, schema);
        }
    }

    /**
     * Records how a run ended that was not committed, on a connection of its own. The run's own transaction must have
     * ended before, or this waits for it.
     *
     * @param sha256 of the source, where it was read to its end
     * @param message why it ended so, without values of rows
     */
    public void finish(
            RunId run, RunStatus status, List<EntityCount> counts, Optional<String> sha256, Optional<String> message) {
        try (Connection connection = database.connect("end of run " + run)) {
            try {
                connection.setAutoCommit(false);
                RunRows.finish(connection, run, status, counts, sha256, message);
                connection.commit();
            } catch (SQLException e) {
                throw failure(e, connection, schema);
            }
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    /**
     * The runs, newest first; none where there is no ledger.
     *
     * @param lock whether the lock on this database and schema is held: a RUNNING run without it is INTERRUPTED
     */
    public List<Run> runs(Connection connection, LockState lock) {
        return runs(connection, schema, lock);
    }

    /** The runs of a schema, as {@link #runs(Connection, LockState)}. */
    public static List<Run> runs(Connection connection, String schema, LockState lock) {
        if (!exists(connection)) {
            return List.of();
        }
        try {
            List<Run> runs = new ArrayList<>();
            LockState holder = lock;
            for (Run run : RunRows.read(connection, schema)) {
                if (run.status() != RunStatus.RUNNING) {
                    runs.add(run);
                } else {
                    // One run at a time holds the lock: the newest one. Older ones died.
                    runs.add(holder == LockState.HELD ? run : run.interrupted());
                    holder = LockState.FREE;
                }
            }
            return runs;
        } catch (SQLException e) {
            throw failure(e, connection, schema);
        }
    }

    /** A run of this schema; also tells whether a COMMIT took effect whose answer was lost. */
    public Optional<Run> find(Connection connection, RunId run) {
        return runs(connection, LockState.HELD).stream()
                .filter(candidate -> candidate.id().equals(run))
                .findFirst();
    }

    /** Whether a tag of this name, in upper or lower case, is taken in the schema. */
    public boolean tagExists(Connection connection, String tag) {
        try {
            return ChangelogRows.tagExists(connection, schema, tag);
        } catch (SQLException e) {
            throw failure(e, connection, schema);
        }
    }

    /** The tags of the schema, oldest first; none where the schema is not there. */
    public List<String> tags(Connection connection) {
        try {
            return ChangelogRows.tags(connection, schema);
        } catch (SQLException e) {
            throw failure(e, connection, schema);
        }
    }

    private static RuntimeException failure(SQLException cause, Connection connection, String schema) {
        return SqlFailure.explain("the ledger could not be read or written", cause, connection, SCHEMA, schema);
    }
}
