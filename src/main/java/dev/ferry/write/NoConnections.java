package dev.ferry.write;

import java.io.Serial;
import java.sql.Connection;
import org.hibernate.HibernateException;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

/** Gives no connection: every session is opened on the connection that holds the run's transaction. */
final class NoConnections implements ConnectionProvider {
    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public Connection getConnection() {
        throw new HibernateException("a session was used that has no connection");
    }

    @Override
    public void closeConnection(Connection connection) {
        throw new HibernateException("a connection was given back that was never given");
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return false;
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new HibernateException("there is nothing to unwrap");
    }
}
