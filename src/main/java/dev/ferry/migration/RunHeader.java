package dev.ferry.migration;

import dev.ferry.database.Database;
import dev.ferry.database.SqlFailure;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.NewRun;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunLedger;
import dev.ferry.ledger.RunStatus;
import dev.ferry.schema.SchemaOwner;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    RunHeader(Database database, MigrationOptions options) {
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
                options.describe(),
                Version.current(),
                now);
    }

    RunId id() {
        return run.id();
    }

    String tag() {
        return options.tag().orElse(options.profile().name() + "-" + run.id());
    }

    String target() {
        return database.description() + ", schema " + options.schema();
    }

    /** Brings the schema up to date, records the run and opens its transaction; a rehearsal does all of it inside. */
    void begin(Connection connection) throws SQLException {
        SchemaOwner owner = new SchemaOwner(database, options.profile(), options.schema());
        if (options.mode() == RunMode.MIGRATE) {
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
        try {
            connection.commit();
        } catch (SQLException e) {
            if (!committed()) {
                throw e;
            }
            LOG.warn("the connection was lost during COMMIT; run {} is committed", run.id());
        }
    }

    private boolean committed() {
        try (Connection other = database.connect("outcome of run " + run.id())) {
            return ledger.find(other, run.id())
                    .filter(found -> found.status() == RunStatus.COMPLETED)
                    .isPresent();
        } catch (SQLException | FerryException e) {
            LOG.debug("the outcome of run {} could not be read", run.id(), e);
            return false;
        }
    }

    /** Rolls the run's transaction back, then leaves the ledger's word on why. */
    void rollback(Connection connection, RunStatus status, List<EntityCount> counts, String message)
            throws SQLException {
        try {
            // Where the connection is lost the server has rolled back, and why it was lost is what has to be told.
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } finally {
            if (recorded) {
                finish(status, counts, message);
            } else if (options.mode() == RunMode.REHEARSE && !connection.isClosed() && RunLedger.exists(connection)) {
                ledger.start(run);
                finish(status, counts, message);
            }
        }
    }

    /** A run that ended before it had a transaction. */
    void abandon(Connection connection, Exception cause) {
        try (connection) {
            if (recorded) {
                rollback(connection, RunStatus.FAILED, List.of(), String.valueOf(message(cause)));
            }
        } catch (SQLException e) {
            LOG.debug("the connection was lost before the run was abandoned", e);
        }
    }

    private static String message(Exception cause) {
        return cause instanceof SQLException sql ? SqlFailure.explain(sql).getMessage() : cause.getMessage();
    }

    /** The failure that ended the run is the one to tell: one that follows from it is only logged. */
    private void finish(RunStatus status, List<EntityCount> counts, String message) {
        try {
            Optional<String> reason = message.isEmpty() ? Optional.empty() : Optional.of(message);
            ledger.finish(run.id(), status, counts, Optional.empty(), reason);
        } catch (FerryException e) {
            LOG.warn("run {} ended as {}, but the ledger could not be told: {}", run.id(), status, e.getMessage());
        }
    }
}
