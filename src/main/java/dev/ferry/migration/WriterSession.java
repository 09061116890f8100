package dev.ferry.migration;

import dev.ferry.database.AdvisoryLock;
import dev.ferry.database.ServerSession;
import dev.ferry.database.SqlFailure;
import dev.ferry.ledger.BatchNumbers;
import dev.ferry.ledger.BatchPlace;
import dev.ferry.ledger.RunLedger;
import dev.ferry.ledger.TransactionLedger;
import dev.ferry.migration.Retries.Kind;
import dev.ferry.write.HibernateModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection that writes batches, each in a transaction of its own, with its checkpoint. What passes is tried again; whether a
 * COMMIT took effect whose answer was lost, the checkpoint tells. For one thread at a time.
 */
final class WriterSession implements BatchWriter {
    private static final Logger LOG = LoggerFactory.getLogger(WriterSession.class);
    private static final String PURPOSE = "migrate writer";

    private final RunHeader header;
    private final MigrationOptions options;
    private final HibernateModel model;
    private final BatchNumbers numbers;
    private @Nullable Open open;

    /** What a session has while it is connected. */
    private record Open(Connection connection, ServerSession backend, Lookups lookups) {}

    WriterSession(RunHeader header, MigrationOptions options, HibernateModel model, BatchNumbers numbers) {
        this.header = header;
        this.options = options;
        this.model = model;
        this.numbers = numbers;
    }

    /** Lands a batch and commits it. */
    @Override
    public <R> R write(BatchPlace place, BatchWork<R> batch) {
        Retries retries = new Retries();
        while (true) {
            Attempt<R> attempt = new Attempt<>(place, batch);
            try {
                return attempt.run();
            } catch (SQLException | RuntimeException e) {
                Kind kind = Kind.of(e);
                if (kind == Kind.LASTING || !retries.next(e)) {
                    abandon();
                    throw Coordinator.explained(e);
                }
                if (kind == Kind.LOST) {
                    reconnect();
                    if (attempt.landed().isPresent() && isCommitted(place)) {
                        LOG.warn("the connection was lost during COMMIT; batch {} is committed", place);
                        return attempt.landed().get();
                    }
                } else {
                    rollback();
                }
            }
        }
    }

    /** One attempt to write a batch. */
    private final class Attempt<R> {
        private final BatchPlace place;
        private final BatchWork<R> batch;
        private Optional<R> landed = Optional.empty();

        Attempt(BatchPlace place, BatchWork<R> batch) {
            this.place = place;
            this.batch = batch;
        }

        R run() throws SQLException {
            Open session = open();
            Deadline.start(session.connection(), options.timeout());
            TransactionLedger ledger =
                    new TransactionLedger(session.connection(), header.id(), options.schema(), numbers);
            TransactionRows rows = new TransactionRows(
                    options, model, session.connection(), session.lookups(), ledger, new Stopwatch());
            R result = batch.land(rows);
            ledger.checkpoint(place, batch.counts(result));
            landed = Optional.of(result);
            session.connection().commit();
            return result;
        }

        /** What came of it, where only the COMMIT is in doubt. */
        Optional<R> landed() {
            return landed;
        }
    }

    private Open open() throws SQLException {
        if (open == null) {
            open = prepared(Reconnection.patiently(() -> header.database().connect(PURPOSE)));
        }
        return open;
    }

    private Open prepared(Connection connection) throws SQLException {
        try {
            AdvisoryLock.join(connection, options.schema());
            ServerSession backend = ServerSession.of(connection);
            connection.setAutoCommit(false);
            return new Open(connection, backend, new Lookups(model, connection));
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void reconnect() {
        Open lost = open;
        open = null;
        if (lost != null) {
            close(lost);
            try {
                open = prepared(Reconnection.inPlaceOf(lost.backend(), header.database(), PURPOSE));
            } catch (SQLException e) {
                throw SqlFailure.explain(e);
            }
        }
    }

    private boolean isCommitted(BatchPlace place) {
        Retries retries = new Retries();
        while (true) {
            try {
                Connection connection = open().connection();
                boolean there = !new RunLedger(header.database(), options.schema())
                        .checkpoint(connection, header.id(), place)
                        .isEmpty();
                connection.rollback();
                return there;
            } catch (SQLException | RuntimeException e) {
                if (Kind.of(e) != Kind.LOST || !retries.next(e)) {
                    throw Coordinator.explained(e);
                }
                reconnect();
            }
        }
    }

    private void rollback() {
        try {
            if (open != null) {
                open.connection().rollback();
            }
        } catch (SQLException e) {
            // The next attempt meets it, and connects again.
            LOG.debug("a batch could not be rolled back", e);
        }
    }

    /** Gives up what was not committed. */
    private void abandon() {
        rollback();
        close();
    }

    @Override
    public void close() {
        Open session = open;
        open = null;
        if (session != null) {
            close(session);
        }
    }

    private static void close(Open session) {
        try (Connection connection = session.connection()) {
            session.lookups().close();
            LOG.trace("closing {}", connection);
        } catch (SQLException | RuntimeException e) {
            LOG.debug("the connection was lost before it was closed", e);
        }
    }
}
