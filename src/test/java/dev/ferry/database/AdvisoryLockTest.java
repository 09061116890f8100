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
