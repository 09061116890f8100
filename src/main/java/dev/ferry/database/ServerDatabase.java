package dev.ferry.database;

import dev.ferry.failure.ExitCode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A database on a server that somebody else runs. */
final class ServerDatabase implements Database {
    private static final int OLDEST = 14;
    private static final String CONNECT_TIMEOUT = "connectTimeout";
    private static final String CONNECT_SECONDS = "10";

    /** What a row's text form depends on, so that it reads back as the same row. */
    private static final String SESSION = "SET TIME ZONE 'UTC'; SET DateStyle TO 'ISO, MDY'; "
            + "SET IntervalStyle TO 'postgres'; SET extra_float_digits TO 3";

    private static final String CHECK_CLIENT = "SET client_connection_check_interval TO '2s'";
    private static final String INVALID_PARAMETER_VALUE = "22023";

    private final PasswordPrompt prompt;
    private volatile DatabaseUrl url;
    private volatile @Nullable String version;

    ServerDatabase(DatabaseUrl url, PasswordPrompt prompt) {
        this.url = url;
        this.prompt = prompt;
    }

    @Override
    public Connection connect(String purpose) {
        Connection connection = open(purpose);
        try {
            String product = connection.getMetaData().getDatabaseProductVersion();
            if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST) {
                throw new DatabaseException(
                        ExitCode.USAGE,
                        "the server at " + url.server() + " is PostgreSQL " + product + "; Ferry needs 14 or newer",
                        "upgrade the server or choose another one",
                        null,
                        null);
            }
            version = product.split(" ", 2)[0];
            prepare(connection);
            return connection;
        } catch (SQLException e) {
            close(connection, e);
            throw ConnectFailure.explain(e, url);
        } catch (DatabaseException e) {
            close(connection, e);
            throw e;
        }
    }

    private Connection open(String purpose) {
        try {
            return open(url, purpose);
        } catch (SQLException e) {
            if (!ConnectFailure.passwordIsMissing(e, url)) {
                throw ConnectFailure.explain(e, url);
            }
            Optional<String> answer = prompt.ask(url.toString());
            if (answer.isEmpty()) {
                throw ConnectFailure.explain(e, url);
            }
            DatabaseUrl withPassword = url.withPassword(answer.get());
            try {
                Connection connection = open(withPassword, purpose);
                url = withPassword;
                return connection;
            } catch (SQLException wrong) {
                throw ConnectFailure.explain(wrong, withPassword);
            }
        }
    }

    private static Connection open(DatabaseUrl url, String purpose) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", ApplicationName.of(purpose));
        properties.setProperty("assumeMinServerVersion", Integer.toString(OLDEST));
        properties.setProperty(CONNECT_TIMEOUT, CONNECT_SECONDS);
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("tcpKeepAlive", "true");
        url.parameters().forEach(properties::setProperty);
        // A server that takes the connection and then says nothing is as unreachable as one that does not take it.
        properties.putIfAbsent("loginTimeout", properties.getProperty(CONNECT_TIMEOUT));
        properties.setProperty("user", url.user());
        // Also where there is none: else pgjdbc looks for a password in places of its own.
        properties.setProperty("password", url.password().orElse(""));
        // As a property, and not in the URL, a name may have any character.
        properties.setProperty("PGDBNAME", url.database());
        return DriverManager.getConnection("jdbc:postgresql://" + url.server() + "/", properties);
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(SESSION);
            statement.execute(CHECK_CLIENT);
        } catch (SQLException e) {
            // Refused on platforms whose kernel cannot tell that a client is gone.
            if (!INVALID_PARAMETER_VALUE.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    private static void close(Connection connection, Exception reason) {
        try {
            connection.close();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** With the server's version once a connection was had. */
    @Override
    public String description() {
        return product() + " at " + url;
    }

    String product() {
        String known = version;
        return known == null ? "PostgreSQL" : "PostgreSQL " + known;
    }

    @Override
    public boolean embedded() {
        return false;
    }

    /** Nothing to stop. */
    @Override
    public void close() {}
}
