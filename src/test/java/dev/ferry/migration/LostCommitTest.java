package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.database.Database;
import dev.ferry.database.DatabaseException;
import dev.ferry.failure.ExitCode;
import dev.ferry.profile.courses.CoursesProfile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
class LostCommitTest {
    private static final String COMPLETED = "SELECT count(*) FROM ferry.runs WHERE status = 'COMPLETED'";

    @TempDir
    private Path folder;

    private Trial courses;

    /** What becomes of the run's COMMIT; its answer is always lost. */
    private interface Commit {
        void of(Connection connection) throws SQLException;
    }

    @BeforeEach
    void source() {
        courses = new Trial(new CoursesProfile(), folder)
                .file("metadata.json", "{\"AS.100.100\": {}}")
                .file("data.json", "{}");
    }

    @Test
    void a_commit_that_the_server_got_is_done() {
        assertThat(migrate(Connection::commit, "")).isInstanceOf(MigrationResult.Completed.class);
        assertThat(courses.value(COMPLETED)).isEqualTo("1");
    }

    @Test
    void a_commit_that_is_still_on_its_way_is_waited_for() {
        // The old session commits as soon as the outcome is asked for, and not before.
        CompletableFuture<Void> asked = new CompletableFuture<>();
        Commit late = connection -> CompletableFuture.runAsync(() -> {
            asked.join();
            try {
                connection.commit();
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        Database database = new LossyDatabase(courses.database(), late, "", () -> asked.complete(null));

        assertThat(courses.migrate(database, options -> options, MigrationListener.SILENT))
                .isInstanceOf(MigrationResult.Completed.class);
        assertThat(courses.value(COMPLETED)).isEqualTo("1");
    }

    @Test
    void a_commit_that_never_comes_is_rolled_back() {
        assertThatThrownBy(() -> migrate(Connection::close, ""))
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
                    assertThat(e).hasMessageContaining("lost").hasMessageNotContaining("not known");
                });
        assertThat(courses.value("SELECT status FROM ferry.runs")).isEqualTo("FAILED");
        assertThat(courses.value("SELECT count(*) FROM courses.course_metadata"))
                .isEqualTo("0");
    }

    @Test
    void where_nobody_can_be_asked_it_is_said_to_be_not_known() {
        assertThatThrownBy(() -> migrate(Connection::commit, "outcome"))
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
                    assertThat(e).hasMessageContaining("is committed is not known");
                    assertThat(e.advice()).hasValueSatisfying(advice -> assertThat(advice)
                            .contains("ferry status"));
                });
        assertThat(courses.value(COMPLETED)).isEqualTo("1");
    }

    private MigrationResult migrate(Commit commit, String unreachable) {
        return courses.migrate(
                new LossyDatabase(courses.database(), commit, unreachable, () -> {}),
                options -> options,
                MigrationListener.SILENT);
    }

    /**
     * A database that loses the connection of a run at the COMMIT that would complete it.
     *
     * @param unreachable the purpose of connections that are not to be had then, empty for none
     * @param asked told when the outcome is asked for
     */
    private record LossyDatabase(Database database, Commit commit, String unreachable, Runnable asked)
            implements Database {
        @Override
        public Connection connect(String purpose) {
            if (!unreachable.isEmpty() && purpose.startsWith(unreachable)) {
                throw new DatabaseException(ExitCode.USAGE, "refused", null, null, null);
            }
            if (purpose.startsWith("outcome")) {
                asked.run();
            }
            Connection connection = database.connect(purpose);
            return purpose.equals("migrate") ? losing(connection) : connection;
        }

        private Connection losing(Connection connection) {
            boolean[] lost = {false};
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (lost[0] && method.getName().equals("isClosed")) {
                            return true;
                        }
                        if (lost[0] && method.getName().equals("close")) {
                            return null;
                        }
                        if (lost[0]) {
                            throw new SQLException("the network is down", "08006");
                        }
                        if (method.getName().equals("commit") && isComplete(connection)) {
                            lost[0] = true;
                            commit.of(connection);
                            throw new SQLException("the network is down", "08006");
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getTargetException();
                        }
                    });
        }

        /** Inside the run's own transaction. */
        private static boolean isComplete(Connection connection) throws SQLException {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(COMPLETED)) {
                return row.next() && row.getInt(1) > 0;
            }
        }

        @Override
        public String description() {
            return database.description();
        }

        @Override
        public boolean embedded() {
            return false;
        }

        @Override
        public void close() {}
    }
}
