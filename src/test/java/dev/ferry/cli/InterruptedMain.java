package dev.ferry.cli;

import dev.ferry.database.Database;
import dev.ferry.ledger.RunId;
import dev.ferry.migration.MigrationListener;
import dev.ferry.migration.MigrationOptions;
import dev.ferry.migration.MigrationResult;
import dev.ferry.redaction.Redactor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** A process whose migration writes a row, says so, and then waits in the database for ever. */
@NullMarked
final class InterruptedMain {
    static final String READY = "ready to be interrupted";

    private InterruptedMain() {}

    public static void main(String[] arguments) {
        String url = arguments[0];
        Main.exit(
                List.of("migrate", "-p", "clitest", "x", "--url", "postgresql://unused/d"),
                Main.session(Map.of("HOME", "/"), Path.of("").toAbsolutePath()),
                new FakeStages() {
                    @Override
                    public Database remote(
                            String unused, Map<String, String> environment, PasswordPrompt prompt, Redactor redactor) {
                        return new NoDatabase() {
                            @Override
                            public Connection connect(String purpose) {
                                try {
                                    return DriverManager.getConnection(url);
                                } catch (SQLException e) {
                                    throw new IllegalStateException(e);
                                }
                            }
                        };
                    }

                    @Override
                    public MigrationResult migrate(
                            MigrationOptions options, Optional<Database> database, MigrationListener listener) {
                        listener.started(new RunId("20261121T023154Z-7f3a"), "t");
                        try (Connection connection = database.orElseThrow().connect("migrate");
                                Statement statement = connection.createStatement()) {
                            connection.setAutoCommit(false);
                            statement.execute("INSERT INTO written VALUES (1)");
                            listener.target(READY, "s");
                            statement.execute("SELECT pg_sleep(600)");
                            connection.commit();
                            throw new IllegalStateException("was not interrupted");
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                });
    }
}
