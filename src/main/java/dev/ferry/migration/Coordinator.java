package dev.ferry.migration;

import dev.ferry.database.ServerSession;
import dev.ferry.database.SqlFailure;
import dev.ferry.failure.FerryException;
import dev.ferry.write.HibernateModel;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection of a run that holds its lock and reads for it; had again where it is lost. For the run's own thread. */
final class Coordinator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Coordinator.class);

    private final RunHeader header;
    private Connection connection;
    private ServerSession backend;
    private Lookups lookups;

    /** @param connection holds the lock; closed by the header */
    Coordinator(RunHeader header, HibernateModel model, Connection connection) throws SQLException {
        this.header = header;
        this.connection = connection;
        this.backend = ServerSession.of(connection);
        this.lookups = new Lookups(model, connection);
    }

    /** What is done on the connection; done again where that is lost. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection, Lookups lookups) throws SQLException;
    }

    Connection connection() {
        return connection;
    }

    Lookups lookups() {
        return lookups;
    }

    /** Does something with autocommit on. */
    <T> T call(Work<T> work) {
        Retries retries = new Retries();
        while (true) {
            try {
                return work.on(connection, lookups);
            } catch (SQLException | RuntimeException e) {
                if (Retries.Kind.of(e) != Retries.Kind.LOST || !retries.next(e)) {
                    throw explained(e);
                }
            }
            reconnect();
        }
    }

    /** Does something in one transaction; done again where the connection is lost, the outcome of a COMMIT being unknown then. */
    <T> T inTransaction(Work<T> work) {
        return call((current, tables) -> {
            current.setAutoCommit(false);
            try {
                T result = work.on(current, tables);
                current.commit();
                return result;
            } finally {
                end(current);
            }
        });
    }

    private static void end(Connection connection) {
        try {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            // The work's own failure is the one to tell; a lost connection shows again with the next call.
            LOG.debug("a transaction could not be ended", e);
        }
    }

    static RuntimeException explained(Exception failure) {
        return failure instanceof SQLException sql ? SqlFailure.explain(sql) : (RuntimeException) failure;
    }

    private void reconnect() {
        try {
            Connection lost = connection;
            connection = header.reconnect(backend);
            backend = ServerSession.of(connection);
            lookups.close();
            lookups = lookups.on(connection);
            lost.close();
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    @Override
    public void close() {
        try {
            lookups.close();
        } catch (FerryException e) {
            LOG.debug("the connection was lost before it was closed", e);
        }
        header.end(connection);
    }
}
