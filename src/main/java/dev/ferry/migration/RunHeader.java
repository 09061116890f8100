package dev.ferry.migration;

import dev.ferry.database.AdvisoryLock;
import dev.ferry.database.Database;
import dev.ferry.database.ServerSession;
import dev.ferry.database.SettledCommit;
import dev.ferry.database.SqlFailure;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.RefusalException;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.LockState;
import dev.ferry.ledger.NewRun;
import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunLedger;
import dev.ferry.ledger.RunStatus;
import dev.ferry.profile.CommitMode;
import dev.ferry.schema.SchemaOwner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run's own record in the ledger, from RUNNING to its end, and the schema that the run needs. */
final class RunHeader {
    private static final Logger LOG = LoggerFactory.getLogger(RunHeader.class);

    private final Database database;
    private final MigrationOptions options;
    private final RunLedger ledger;
    private final NewRun run;
    private boolean recorded;
    private @Nullable Run resumed;
    private @Nullable ServerSession session;
    private @Nullable AdvisoryLock lock;

    RunHeader(Database database, MigrationOptions options) {
        this(database, options, new OptionsText(options).description());
    }

    /** The header of a run whose source is a backup. */
    static RunHeader ofRestore(Database database, MigrationOptions options) {
        return new RunHeader(database, options, "mode=RESTORE");
    }

    private RunHeader(Database database, MigrationOptions options, String description) {
        this.database = database;
        this.options = options;
        this.ledger = new RunLedger(database, options.schema());
        Instant now = Instant.now();
        this.run = new NewRun(
                RunId.startingAt(now),
                options.profile().name(),
                options.profile().version(),
                options.tag(),
                options.source(),
                description,
                Version.current(),
                now,
                options.commitsBatches() ? CommitMode.BATCH : CommitMode.ATOMIC,
                new OptionsText(options).resumeKey(),
                new OptionsText(options).resumeCommand());
    }

    /** When the run began. */
    Instant started() {
        return run.started();
    }

    Database database() {
        return database;
    }

    RunLedger ledger() {
        return ledger;
    }

    RunId id() {
        return resumed == null ? run.id() : resumed.id();
    }

    String tag() {
        return Optional.ofNullable(resumed)
                .flatMap(Run::tag)
                .or(options::tag)
                .orElseGet(() -> options.profile().name() + "-" + id());
    }

    /** Whether this run goes on with one that stopped. */
    boolean isResumed() {
        return resumed != null;
    }

    /** Whether the run with which this one goes on had checked everything, and may have written. */
    boolean isOpen() {
        return resumed != null && resumed.tag().isPresent();
    }

    /** How many batches of the run with which this one goes on are committed. */
    long batchesBefore() {
        return resumed == null ? 0 : resumed.batches();
    }

    String target() {
        return database.description() + ", schema " + options.schema();
    }

    /**
     * Takes the lock, brings the schema up to date, records the run and opens its transaction; a rehearsal does all of it
     * inside.
     */
    void begin(Connection connection) throws SQLException {
        session = ServerSession.of(connection);
        lock = AdvisoryLock.acquire(connection, options.schema());
        SchemaOwner owner = new SchemaOwner(database, options.profile(), options.schema());
        if (options.mode().commits()) {
            owner.update();
            refuseTakenTag(connection);
            ledger.start(run);
            recorded = true;
            connection.setAutoCommit(false);
        } else {
            connection.setAutoCommit(false);
            owner.updateInside(connection);
            refuseTakenTag(connection);
            ledger.startInside(connection, run);
        }
    }

    /** Takes the lock, brings the schema up to date, and records the run or goes on with one; no transaction is open. */
    void beginBatches(Connection connection) throws SQLException {
        session = ServerSession.of(connection);
        lock = AdvisoryLock.acquire(connection, options.schema());
        new SchemaOwner(database, options.profile(), options.schema()).update();
        if (options.commit().isResumed()) {
            resumed = Resumption.of(ledger.runs(connection, LockState.FREE), options);
            connection.setAutoCommit(false);
            ledger.resume(connection, id());
            connection.commit();
            connection.setAutoCommit(true);
        } else {
            refuseTakenTag(connection);
            ledger.start(run);
        }
        recorded = true;
    }

    /**
     * A connection with the lock, in the place of one that was lost.
     *
     * @throws RefusalException where another run has had the lock meanwhile
     */
    Connection reconnect(ServerSession lost) {
        Connection connection =
                Reconnection.inPlaceOf(lost, database, options.mode().name().toLowerCase(Locale.ROOT));
        try {
            session = ServerSession.of(connection);
            lock = AdvisoryLock.retake(connection, options.schema());
            RunId newest = ledger.runs(connection, LockState.HELD).get(0).id();
            if (!newest.equals(id())) {
                throw new RefusalException(
                        "while the connection was lost another run has begun: " + newest,
                        "see 'ferry status' for both");
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            end(connection);
            throw e instanceof SQLException sql ? SqlFailure.explain(sql) : (RuntimeException) e;
        }
    }

    private void refuseTakenTag(Connection connection) {
        if (ledger.tagExists(connection, tag())) {
            throw new UsageException(
                    "the tag '" + tag() + "' is taken in schema " + options.schema(),
                    "choose another, or take that run back first: ferry rollback -p "
                            + options.profile().name() + " --tag " + tag());
        }
    }

    /** Commits the run's transaction; where the answer is lost, the run's row tells whether it took effect. */
    void commit(Connection connection) throws SQLException {
        if (session == null) {
            throw new IllegalStateException("the run has not begun");
        }
        // Where nobody knows, the row is left to say it: COMPLETED if the run is committed, else INTERRUPTED.
        recorded = false;
        try {
            new SettledCommit(database, session, "run " + id()).commit(connection, this::isComplete);
        } catch (SQLException e) {
            recorded = true;
            throw e;
        }
    }

    private boolean isComplete(Connection other) {
        return ledger.find(other, id())
                .filter(found -> found.status() == RunStatus.COMPLETED)
                .isPresent();
    }

    /** Rolls the run's transaction back, then leaves the ledger's word on why. */
    void rollback(Connection connection, RunStatus status, List<EntityCount> counts, String message) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
            if (options.mode() == RunMode.REHEARSE && RunLedger.exists(connection)) {
                ledger.start(run);
                recorded = true;
            }
        } catch (SQLException | FerryException e) {
            // Nothing is left to take back: the server does so when a connection ends. What ended the run is the one to
            // tell.
            LOG.debug("the connection was lost before run {} could roll back", run.id(), e);
            endSession(connection);
        }
        if (recorded) {
            finish(status, counts, message);
        }
    }

    /**
     * Where the network failed and not the server, the session lives on: with the lock, and with whatever the ledger is to
     * be told about.
     */
    private void endSession(Connection connection) {
        try {
            if (session == null || !connection.isClosed()) {
                return;
            }
            try (Connection other = database.connect("end of run " + run.id())) {
                if (!session.awaitEnd(other, Duration.ZERO)) {
                    LOG.warn("the session of run {} does not end; until then its lock is held", run.id());
                }
            }
        } catch (SQLException | FerryException e) {
            LOG.debug("the session of run {} could not be ended", run.id(), e);
        }
    }

    /** A run that ended before it had a transaction. */
    void abandon(Connection connection, Throwable cause) {
        if (recorded) {
            rollback(connection, RunStatus.FAILED, List.of(), message(cause));
        }
        end(connection);
    }

    /**
     * Ends the session, and with it whatever was not committed. The lock is given back first and with an answer: a server may
     * be a while at ending a session, and the next run would find the lock taken.
     */
    void end(Connection connection) {
        try (connection) {
            if (lock != null) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                lock.close();
            }
        } catch (SQLException | FerryException e) {
            LOG.debug("the connection was lost before it was closed", e);
        }
    }

    private static String message(Throwable cause) {
        return String.valueOf(
                cause instanceof SQLException sql ? SqlFailure.explain(sql).getMessage() : cause.getMessage());
    }

    /** Leaves the ledger's word on how the run ended. Of failures the one that ended it is told, this one's are only logged. */
    void finish(RunStatus status, List<EntityCount> counts, String message) {
        try {
            Optional<String> reason = message.isEmpty() ? Optional.empty() : Optional.of(message);
            ledger.finish(id(), status, counts, Optional.empty(), reason);
        } catch (FerryException e) {
            LOG.warn("run {} ended as {}, but the ledger could not be told: {}", id(), status, e.getMessage());
        }
    }
}
