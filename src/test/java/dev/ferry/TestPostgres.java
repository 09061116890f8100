package dev.ferry;

import dev.ferry.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * One real PostgreSQL for all tests of this JVM: Testcontainers where Docker answers, the embedded server elsewhere. Each
 * call of {@link #newDatabase} gives an empty database on it.
 */
@NullMarked
public final class TestPostgres {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String SERVER = start();

    private TestPostgres() {}

    /** The JDBC URL of a new, empty database, superuser and password included. */
    public static String newDatabase() {
        String name = "test_" + COUNT.incrementAndGet();
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return url(name);
    }

    /** A database for code that takes one, over the URL that {@link #newDatabase} gave. */
    public static Database at(String url) {
        return new Database() {
            @Override
            public Connection connect(String purpose) {
                try {
                    Connection connection = DriverManager.getConnection(url);
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("SET TIME ZONE 'UTC'");
                    }
                    return connection;
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public String description() {
                return "test database";
            }

            @Override
            public boolean embedded() {
                return false;
            }

            @Override
            public void close() {}
        };
    }

    private static String url(String database) {
        return String.format(SERVER, database);
    }

    private static String start() {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            // Stopped by Testcontainers' own reaper when the JVM ends.
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:18-alpine");
            container.start();
            return "jdbc:postgresql://" + container.getHost() + ":" + container.getFirstMappedPort() + "/%s?user="
                    + container.getUsername() + "&password=" + container.getPassword();
        }
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().start();
            return "jdbc:postgresql://localhost:" + server.getPort() + "/%s?user=postgres&password=postgres";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
