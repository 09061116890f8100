package dev.ferry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.TestPostgres;
import dev.ferry.failure.ExitCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class AdvisoryLockTest {
    private final Database database = Database.at(DatabaseUrl.parse(TestPostgres.newDatabase()));

    @Test
    void a_second_session_is_told_who_holds_the_schema() throws SQLException {
        try (Connection first = database.connect("migrate courses");
                Connection second = database.connect("migrate courses");
                AdvisoryLock lock = AdvisoryLock.acquire(first, "courses")) {
            assertThat(lock).isNotNull();

            DatabaseException e = catchThrowableOfType(
                    DatabaseException.class,
                    () -> AdvisoryLock.acquire(second, "courses").close());

            assertThat(e.exitCode()).isEqualTo(ExitCode.BUSY);
            assertThat(e.getMessage())
                    .matches("schema courses is held by 'ferry migrate courses \\S+/"
                            + ProcessHandle.current().pid()
                            + "' of user \\w+ from \\S+ \\(pid \\d+, connected since \\d{4}-\\S+Z\\)");
            assertThat(AdvisoryLock.holder(second, "courses")).isPresent();
        }
    }

    @Test
    void each_schema_and_each_database_has_its_own_lock() throws SQLException {
        Database other = Database.at(DatabaseUrl.parse(TestPostgres.newDatabase()));
        try (Connection first = database.connect("test");
                Connection second = database.connect("test");
                Connection elsewhere = other.connect("test");
                AdvisoryLock courses = AdvisoryLock.acquire(first, "courses");
                AdvisoryLock apps = AdvisoryLock.acquire(second, "apps")) {
            assertThat(courses).isNotSameAs(apps);
            assertThat(AdvisoryLock.holder(elsewhere, "courses")).isEmpty();
            AdvisoryLock.acquire(elsewhere, "courses").close();
        }
    }

    @Test
    void a_lock_that_was_given_back_can_be_taken() throws SQLException {
        try (Connection first = database.connect("test");
                Connection second = database.connect("test")) {
            AdvisoryLock.acquire(first, "courses").close();

            assertThat(AdvisoryLock.holder(second, "courses")).isEmpty();
            AdvisoryLock.acquire(second, "courses").close();
        }
    }

    @Test
    void a_lock_whose_connection_is_gone_closes_quietly() throws SQLException {
        try (Connection first = database.connect("test");
                Connection second = database.connect("test")) {
            AdvisoryLock lock = AdvisoryLock.acquire(first, "courses");
            execute(second, "SELECT pg_terminate_backend(" + pid(first) + ", 10000)");

            lock.close();

            AdvisoryLock.acquire(second, "courses").close();
        }
    }

    @Test
    void sessions_that_write_for_a_holder_keep_others_out_when_it_is_lost() throws SQLException {
        try (Connection holder = database.connect("migrate");
                Connection writer = database.connect("migrate writer");
                Connection again = database.connect("migrate");
                Connection other = database.connect("another")) {
            AdvisoryLock.acquire(holder, "courses");
            AdvisoryLock.join(writer, "courses");
            execute(again, "SELECT pg_terminate_backend(" + pid(holder) + ", 10000)");

            DatabaseException e = catchThrowableOfType(
                    DatabaseException.class,
                    () -> AdvisoryLock.acquire(other, "courses").close());
            assertThat(e.exitCode()).isEqualTo(ExitCode.BUSY);
            assertThat(e.getMessage()).contains("'ferry migrate writer ");
            assertThat(AdvisoryLock.holder(other, "courses")).isPresent();

            AdvisoryLock.retake(again, "courses").close();
            execute(again, "SELECT pg_terminate_backend(" + pid(writer) + ", 10000)");
            AdvisoryLock.acquire(other, "courses").close();
        }
    }

    @Test
    void nobody_writes_for_a_holder_while_another_takes_the_lock() throws SQLException {
        try (Connection other = database.connect("another");
                Connection writer = database.connect("migrate writer")) {
            execute(other, "SELECT pg_advisory_lock(" + key(other, writer) + ")");
            DatabaseException e =
                    catchThrowableOfType(DatabaseException.class, () -> AdvisoryLock.join(writer, "courses"));
            assertThat(e.exitCode()).isEqualTo(ExitCode.BUSY);
        }
    }

    /** The key that writers share, as the server knows it. */
    private static long key(Connection other, Connection writer) throws SQLException {
        AdvisoryLock.join(writer, "courses");
        try (Statement statement = other.createStatement();
                ResultSet row = statement.executeQuery("SELECT classid::bigint << 32 | objid::bigint FROM pg_locks"
                        + " WHERE locktype = 'advisory' AND pid = " + pid(writer))) {
            row.next();
            long key = row.getLong(1);
            execute(writer, "SELECT pg_advisory_unlock_all()");
            return key;
        }
    }

    @Test
    void the_session_of_a_process_that_is_dead_is_waited_for() throws SQLException {
        String host = ApplicationName.of("x").replaceAll(".* (\\S+)/\\d+", "$1");
        try (Connection dead = database.connect("migrate");
                Connection next = database.connect("migrate")) {
            execute(dead, "SET application_name = 'ferry migrate " + host + "/999999999'");
            AdvisoryLock.acquire(dead, "courses");
            // The server needs a moment to end it, as after a kill.
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> {
                try (Statement statement = dead.createStatement()) {
                    statement.execute("SELECT pg_sleep(0.5)");
                    dead.close();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            AdvisoryLock.acquire(next, "courses").close();
            end.join();
        }
    }

    @Test
    void the_lock_of_a_client_that_dies_in_the_middle_of_a_statement_is_free_soon() throws SQLException {
        try (Connection dying = database.connect("test");
                Connection waiting = database.connect("test");
                Connection other = database.connect("test")) {
            AdvisoryLock.acquire(dying, "courses");
            String key = text(
                    other,
                    "SELECT (classid::bigint << 32 | objid::bigint) FROM pg_locks"
                            + " WHERE locktype = 'advisory' AND pid = " + pid(dying));
            CompletableFuture<Void> statement =
                    CompletableFuture.runAsync(() -> execute(dying, "SELECT pg_sleep(600)"));
            awaitSleep(other, pid(dying));

            dying.abort(Runnable::run);
            statement.handle((done, failure) -> failure).join();

            // Waits as long as the server holds the lock; the timeout is what fails this test.
            execute(waiting, "SET statement_timeout TO '30s'");
            execute(waiting, "SELECT pg_advisory_lock(" + key + ")");
            assertThat(AdvisoryLock.holder(other, "courses"))
                    .hasValueSatisfying(holder -> assertThat(holder).contains("pid " + pid(waiting) + ","));
        }
    }

    private static void awaitSleep(Connection connection, int pid) {
        String state = "";
        while (!state.equals("PgSleep")) {
            state = text(connection, "SELECT coalesce(wait_event, '') FROM pg_stat_activity WHERE pid = " + pid);
        }
    }

    private static int pid(Connection connection) {
        try {
            return connection.unwrap(PGConnection.class).getBackendPID();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
