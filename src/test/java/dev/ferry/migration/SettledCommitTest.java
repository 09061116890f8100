package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.database.Database;
import dev.ferry.database.DatabaseException;
import dev.ferry.failure.ExitCode;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.profile.courses.CoursesProfile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
class SettledCommitTest {
    private static final String COMPLETED = "SELECT count(*) FROM ferry.runs WHERE status = 'COMPLETED'";

    private static final String TAKEN_BACK = "SELECT count(*) FROM ferry.runs WHERE status = 'ROLLED_BACK'";

    private static final Commit COMMITTED = connection -> {
        connection.commit();
        connection.close();
    };

    @TempDir
    private Path folder;

    private Trial courses;

    /** What becomes of the run's COMMIT; its answer is always lost. */
    private interface Commit {
        void of(Connection connection) throws SQLException;
    }

    /** What happens when the outcome is asked for. */
    private interface Question {
        void asked() throws SQLException;
    }

    @BeforeEach
    void source() {
        courses = new Trial(new CoursesProfile(), folder)
                .file("metadata.json", "{\"AS.100.100\": {}}")
                .file("data.json", "{}");
    }

    @Test
    void a_commit_that_the_server_got_is_done() {
        assertThat(migrate(COMMITTED, "")).isInstanceOf(MigrationResult.Completed.class);
        assertThat(courses.value(COMPLETED)).isEqualTo("1");
    }

    @Test
    void a_commit_that_is_still_on_its_way_is_waited_for() {
        // To read the run's row takes a few statements; who waits for the session's end asks more often.
        AtomicInteger asked = new AtomicInteger();
        List<Connection> sessions = new ArrayList<>();
        Database database = new LossyDatabase(courses.database(), COMPLETED, sessions::add, "", () -> {
            if (asked.incrementAndGet() == 10) {
                sessions.get(0).commit();
                sessions.get(0).close();
            }
        });

        assertThat(courses.migrate(database, options -> options, MigrationListener.SILENT))
                .isInstanceOf(MigrationResult.Completed.class);
        assertThat(courses.value(COMPLETED)).isEqualTo("1");
    }

    @Test
    void a_commit_that_never_comes_is_rolled_back() {
        assertThatThrownBy(() -> migrate(Connection::close, "")).isInstanceOfSatisfying(DatabaseException.class, e -> {
            assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(e).hasMessageContaining("lost").hasMessageNotContaining("not known");
        });
        assertThat(courses.value("SELECT status FROM ferry.runs")).isEqualTo("FAILED");
        assertThat(courses.value("SELECT count(*) FROM courses.course_metadata"))
                .isEqualTo("0");
    }

    @Test
    void where_nobody_can_be_asked_it_is_said_to_be_not_known() {
        assertThatThrownBy(() -> migrate(COMMITTED, "outcome")).isInstanceOfSatisfying(DatabaseException.class, e -> {
            assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(e).hasMessageContaining("is committed is not known");
            assertThat(e.advice())
                    .hasValueSatisfying(advice -> assertThat(advice).contains("ferry status"));
        });
        assertThat(courses.value(COMPLETED)).isEqualTo("1");
    }

    @Test
    void a_rollback_whose_answer_is_lost_is_done_and_need_not_be_asked_for_again() {
        courses.migrate();
        courses.file("metadata.json", "{\"AS.100.100\": {}, \"AS.100.101\": {}}")
                .migrate();
        Database database = new LossyDatabase(courses.database(), TAKEN_BACK, COMMITTED, "", () -> {});
        RollbackRequest newest =
                new RollbackRequest(new CoursesProfile(), "courses", new RollbackGoal.NewestRun(), DriftPolicy.ABORT);

        assertThat(Rollback.in(database, newest).run().plan().runs()).hasSize(1);
        assertThat(courses.value(TAKEN_BACK)).isEqualTo("1");
        assertThat(courses.value("SELECT count(*) FROM courses.course_metadata"))
                .isEqualTo("1");
    }

    private MigrationResult migrate(Commit commit, String unreachable) {
        return courses.migrate(
                new LossyDatabase(courses.database(), COMPLETED, commit, unreachable, () -> {}),
                options -> options,
                MigrationListener.SILENT);
    }

    /**
     * A database that loses a connection at the COMMIT that counts.
     *
     * @param sign a number that is above 0 from then on
     * @param unreachable the purpose of connections that are not to be had then, empty for none
     * @param question told of each statement that asks for the outcome
     */
    private record LossyDatabase(Database database, String sign, Commit commit, String unreachable, Question question)
            implements Database {
        @Override
        public Connection connect(String purpose) {
            if (!unreachable.isEmpty() && purpose.startsWith(unreachable)) {
                throw new DatabaseException(ExitCode.USAGE, "refused", null, null, null);
            }
            Connection connection = database.connect(purpose);
            if (purpose.equals("migrate") || purpose.equals("rollback")) {
                return losing(connection);
            }
            return purpose.startsWith("outcome") ? asking(connection) : connection;
        }

        private Connection asking(Connection connection) {
            return proxy((method, arguments) -> {
                if (method.getName().equals("prepareStatement")) {
                    question.asked();
                }
                return invoke(connection, method, arguments);
            });
        }

        private interface Call {
            @Nullable
            Object of(Method method, Object @Nullable [] arguments) throws Throwable;
        }

        private static Connection proxy(Call call) {
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> call.of(method, arguments));
        }

        private static @Nullable Object invoke(Connection connection, Method method, Object @Nullable [] arguments)
                throws Throwable {
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }

        private Connection losing(Connection connection) {
            AtomicBoolean lost = new AtomicBoolean();
            return proxy((method, arguments) -> {
                if (lost.get() && method.getName().equals("isClosed")) {
                    return true;
                }
                if (lost.get() && method.getName().equals("close")) {
                    return null;
                }
                if (!lost.get() && method.getName().equals("commit") && isDone(connection)) {
                    lost.set(true);
                    commit.of(connection);
                }
                if (lost.get()) {
                    throw new SQLException("the network is down", "08006");
                }
                return invoke(connection, method, arguments);
            });
        }

        /** Inside the connection's own transaction, where it has one; the ledger is there from the first run on. */
        private boolean isDone(Connection connection) throws SQLException {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(sign)) {
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
