package dev.ferry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.failure.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the embedded server, since that one asks for passwords. */
class ServerDatabaseTest {
    private static final String CANARY = "canary7Z";

    @TempDir
    static Path home;

    private static Database owner;
    private static DatabaseUrl url;

    @BeforeAll
    static void start() throws SQLException {
        owner = Database.embedded(home);
        url = DatabaseUrl.parse(EmbeddedServer.in(home).url().orElseThrow());
        execute(
                "CREATE ROLE \"m@x: y/z\" LOGIN PASSWORD 'p@ss/w:rd#%é'",
                "CREATE DATABASE \"a/b @c\" OWNER \"m@x: y/z\"",
                "CREATE ROLE reader LOGIN PASSWORD 'canary7Z'",
                "ALTER ROLE reader SET default_transaction_read_only TO on",
                "CREATE ROLE weak LOGIN PASSWORD 'canary7Z'",
                "REVOKE CREATE ON SCHEMA public FROM PUBLIC");
    }

    @AfterAll
    static void stop() {
        owner.close();
    }

    @Test
    void special_characters_in_user_password_and_database_work_in_both_forms() throws SQLException {
        List<String> urls = List.of(
                "postgresql://m%40x%3A%20y%2Fz:p%40ss%2Fw:rd#%25%C3%A9@" + url.server() + "/a%2Fb%20%40c",
                "jdbc:postgresql://" + url.server()
                        + "/a%2Fb%20%40c?user=m%40x%3A+y%2Fz&password=p%40ss%2Fw:rd%23%25%C3%A9");
        for (String text : urls) {
            assertThat(query(Database.at(DatabaseUrl.parse(text)), "SELECT current_user || '|' || current_database()"))
                    .isEqualTo("m@x: y/z|a/b @c");
        }
    }

    @Test
    void a_session_reads_and_writes_values_in_one_way_and_says_who_it_is() throws SQLException {
        Database database = Database.at(url);

        assertThat(query(database, "SHOW timezone")).isEqualTo("UTC");
        assertThat(query(database, "SHOW datestyle")).isEqualTo("ISO, MDY");
        assertThat(query(database, "SHOW client_connection_check_interval")).isEqualTo("2s");
        assertThat(query(database, "SELECT application_name FROM pg_stat_activity WHERE pid = pg_backend_pid()"))
                .startsWith("ferry test ")
                .endsWith("/" + ProcessHandle.current().pid());
    }

    @Test
    void a_long_purpose_leaves_host_and_process_in_the_application_name() {
        assertThat(ApplicationName.of("x".repeat(100)))
                .hasSize(63)
                .startsWith("ferry xxx")
                .endsWith("/" + ProcessHandle.current().pid());
        assertThat(ApplicationName.of("migrate zoë")).startsWith("ferry migrate zo? ");
    }

    @Test
    void the_description_has_the_version_and_no_secret() throws SQLException {
        Database database = Database.at(url);
        assertThat(database.description()).isEqualTo("PostgreSQL at " + url.server() + ", database ferry, user ferry");

        database.connect("test").close();

        assertThat(database.description())
                .matches("PostgreSQL \\d+\\.\\d+ at 127\\.0\\.0\\.1:\\d+, database ferry, user ferry");
        assertThat(database.embedded()).isFalse();
    }

    @Test
    void a_wrong_password_is_a_matter_of_usage() {
        DatabaseException e = failure(url.withPassword(CANARY));

        assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(e).hasMessageContaining("password authentication failed for user \"ferry\"");
        assertThat(e.sqlState()).contains("28P01");
    }

    @Test
    void a_password_that_nobody_gave_is_asked_for_once() throws SQLException {
        DatabaseUrl silent = DatabaseUrl.undefined()
                .withServer("127.0.0.1", url.port())
                .withUser("reader")
                .withDatabase("ferry");
        int[] asked = {0};
        Database database = Database.at(silent, server -> {
            asked[0]++;
            assertThat(server).isEqualTo(silent.toString());
            return Optional.of(CANARY);
        });

        database.connect("test").close();
        database.connect("test").close();

        assertThat(asked).containsExactly(1);
        DatabaseException e = failure(silent);
        assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(e).hasMessageContaining("wants a password for user reader and none was given");
    }

    @Test
    void a_password_file_that_was_ignored_is_named_where_a_password_is_missing() throws IOException {
        Path file = Files.writeString(home.resolve("open.pgpass"), "*:*:*:*:" + CANARY + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        DatabaseUrl silent = DatabaseUrl.undefined()
                .withServer("127.0.0.1", url.port())
                .withUser("reader")
                .withDatabase("ferry");
        ClientEnvironment environment = new ClientEnvironment(Map.of("PGPASSFILE", file.toString()), home);

        String ignored = "password file " + file + " is ignored: its permissions must be 0600";
        assertThat(failure(environment.complete(silent))).hasMessageContaining("none was given; " + ignored);
        assertThat(failure(environment.complete(silent).withPassword("guess")))
                .hasMessageContaining("password authentication failed")
                .hasMessageContaining(ignored);
        assertThat(failure(environment.complete(silent).withPassword(CANARY).withDatabase("nowhere"))
                        .getMessage())
                .doesNotContain("password file");
    }

    @Test
    void an_unknown_database_is_a_matter_of_usage() {
        DatabaseException e = failure(url.withDatabase("nowhere"));

        assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(e).hasMessageContaining("database \"nowhere\" does not exist");
    }

    @Test
    void a_user_who_may_only_read_is_a_matter_of_usage() throws SQLException {
        DatabaseException readOnly = statementFailure("reader", "CREATE TABLE t (id int)");
        DatabaseException noRight = statementFailure("weak", "CREATE TABLE public.t (id int)");

        assertThat(readOnly.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(readOnly).hasMessageContaining("read-only transaction");
        assertThat(noRight.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(noRight).hasMessageContaining("permission denied for schema public");
    }

    @Test
    void no_server_is_a_matter_of_the_environment() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        DatabaseException refused = failure(url.withServer("127.0.0.1", free));
        DatabaseException unknown = failure(url.withServer("no-such-host.invalid", 5432));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(refused).hasMessage("no server listens at 127.0.0.1:" + free);
        assertThat(refused.advice()).isPresent();
        assertThat(unknown.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(unknown).hasMessage("the host of no-such-host.invalid:5432 is not known");
    }

    @Test
    void a_server_that_says_nothing_is_not_waited_for_longer_than_asked() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            DatabaseException e =
                    failure(url.withServer("127.0.0.1", mute.getLocalPort()).withParameter("connectTimeout", "1"));

            assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(e).hasMessageContaining("127.0.0.1:" + mute.getLocalPort());
        }
    }

    @Test
    void encryption_that_the_server_lacks_is_a_matter_of_usage() {
        DatabaseException e = failure(url.withParameter("sslmode", "require"));

        assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(e).hasMessageContaining("SSL");
    }

    @Test
    void a_parameter_that_makes_no_sense_is_a_matter_of_usage() {
        DatabaseException e = failure(url.withParameter("socketTimeout", "soon"));

        assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(e).hasMessageContaining("socketTimeout");
    }

    /** What connecting fails with; that it never shows a password is checked for every failure. */
    private static DatabaseException failure(DatabaseUrl target) {
        DatabaseException e = catchThrowableOfType(
                DatabaseException.class,
                () -> Database.at(target).connect("test").close());
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace, true));
        assertThat(trace + e.toString() + e.advice())
                .doesNotContain(CANARY)
                .doesNotContain(url.password().orElseThrow());
        return e;
    }

    private static DatabaseException statementFailure(String user, String sql) throws SQLException {
        DatabaseUrl as = url.withUser(user).withPassword(CANARY);
        try (Connection connection = Database.at(as).connect("test");
                Statement statement = connection.createStatement()) {
            SQLException e = catchThrowableOfType(SQLException.class, () -> statement.execute(sql));
            return SqlFailure.explain(e);
        }
    }

    private static String query(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect("test");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }

    private static void execute(String... statements) throws SQLException {
        try (Connection connection = owner.connect("test");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
