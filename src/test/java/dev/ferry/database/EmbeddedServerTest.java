package dev.ferry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTest {
    @TempDir
    static Path shared;

    private Path home;
    private EmbeddedServer server;

    /** A home that is there already: to unpack and initialize one for every test would take most of the time. */
    @BeforeEach
    void newHome() throws IOException {
        home = shared.resolve("home with space");
        server = EmbeddedServer.in(home);
    }

    @AfterEach
    void stop() {
        server.stop();
        assertThat(server.isRunning()).isFalse();
    }

    @Test
    void data_is_kept_between_two_uses_and_the_server_stops_after_each() throws SQLException {
        try (Database database = Database.embedded(home)) {
            execute(database, "DROP TABLE IF EXISTS kept", "CREATE TABLE kept AS SELECT 42 AS answer");
            assertThat(server.isRunning()).isTrue();
        }
        assertThat(server.isRunning()).isFalse();

        try (Database database = Database.embedded(home)) {
            assertThat(query(database, "SELECT answer FROM kept")).isEqualTo("42");
        }
        assertThat(server.isRunning()).isFalse();
    }

    @Test
    void it_says_what_and_where_it_is() {
        try (Database database = Database.embedded(home)) {
            assertThat(database.embedded()).isTrue();
            assertThat(database.description())
                    .matches("embedded PostgreSQL \\d+\\.\\d+ in \\Q" + home + "\\E \\(database ferry\\)");
        }
    }

    @Test
    void the_first_of_two_uses_that_ends_leaves_it_to_the_other() throws SQLException {
        Database first = Database.embedded(home);
        Database second = Database.embedded(home);

        first.close();
        first.close();

        assertThat(query(second, "SELECT 1")).isEqualTo("1");
        assertThat(server.stop()).isEqualTo(EmbeddedServer.Stop.WHEN_UNUSED);
        second.close();
        assertThat(server.isRunning()).isFalse();
        assertThat(server.stop()).isEqualTo(EmbeddedServer.Stop.NOT_RUNNING);
    }

    @Test
    void it_runs_on_when_it_was_started_to_be_kept() throws SQLException {
        server.start();
        String url = server.url().orElseThrow();
        Database.embedded(home).close();

        assertThat(server.isRunning()).isTrue();
        assertThat(query(Database.at(DatabaseUrl.parse(url)), "SELECT current_database()"))
                .isEqualTo("ferry");
        server.start();
        assertThat(server.url()).contains(url);
        assertThat(server.stop()).isEqualTo(EmbeddedServer.Stop.STOPPED);
        assertThat(server.url()).isEmpty();
    }

    @Test
    void it_has_the_same_port_again_unless_another_program_took_it() throws Exception {
        server.start();
        String url = server.url().orElseThrow();
        server.stop();
        server.start();
        assertThat(server.url()).contains(url);
        server.stop();

        try (ServerSocket taken = new ServerSocket(
                DatabaseUrl.parse(url).port(), 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThat(taken.isBound()).isTrue();
            server.start();
            assertThat(server.url()).isPresent().get().isNotEqualTo(url);
        }
    }

    @Test
    void it_runs_on_while_another_program_is_connected() throws SQLException {
        Database database = Database.embedded(home);
        DatabaseUrl url = DatabaseUrl.parse(server.url().orElseThrow());
        try (Connection psql = DriverManager.getConnection(
                "jdbc:postgresql://" + url.server() + "/ferry",
                url.user(),
                url.password().orElseThrow())) {
            database.close();

            assertThat(psql.isValid(10)).isTrue();
        }
        Database.embedded(home).close();
        assertThat(server.isRunning()).isFalse();
    }

    @Test
    void it_outlives_a_process_that_is_killed_and_is_stopped_by_the_next_one() throws Exception {
        Process other = otherProcess();
        long postmaster = postmaster();
        assertThat(server.stop()).isEqualTo(EmbeddedServer.Stop.WHEN_UNUSED);

        other.destroyForcibly().waitFor();
        assertThat(server.isRunning()).isTrue();

        try (Database database = Database.embedded(home)) {
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
            assertThat(postmaster()).isEqualTo(postmaster);
        }
        assertThat(server.isRunning()).isFalse();
    }

    @Test
    void two_processes_share_it_and_the_last_one_stops_it() throws Exception {
        Process other = otherProcess();
        Database.embedded(home).close();
        assertThat(server.isRunning()).isTrue();

        other.getOutputStream().close();

        assertThat(other.waitFor()).isZero();
        assertThat(server.isRunning()).isFalse();
    }

    @Test
    void nobody_gets_in_without_the_password_and_it_stands_in_one_private_file() throws Exception {
        try (Database database = Database.embedded(home)) {
            DatabaseUrl url = DatabaseUrl.parse(server.url().orElseThrow());
            String password = url.password().orElseThrow();
            DatabaseException e = catchThrowableOfType(
                    DatabaseException.class,
                    () -> Database.at(url.withPassword("wrong")).connect("test").close());
            assertThat(e.sqlState()).contains("28P01");
            assertThat(query(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(query(database, "SHOW unix_socket_directories")).isEmpty();

            Path file = home.resolve("postgres/password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("postgres"))))
                    .isEqualTo("rwx------");
            assertThat(Files.readString(home.resolve("postgres/log"))).doesNotContain(password);
            ProcessHandle.Info info =
                    ProcessHandle.of(postmaster()).orElseThrow().info();
            assertThat(info.commandLine()).isPresent().get().asString().doesNotContain(password);
        }
    }

    @Test
    void its_data_is_safe_and_its_log_has_no_rows() throws Exception {
        try (Database database = Database.embedded(home)) {
            assertThat(query(database, "SHOW fsync")).isEqualTo("on");
            assertThat(query(database, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(database, "SHOW data_checksums")).isEqualTo("on");
            execute(
                    database,
                    "DROP TABLE IF EXISTS t",
                    "CREATE TABLE t (a text UNIQUE)",
                    "INSERT INTO t VALUES ('rowval')");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> execute(database, "INSERT INTO t VALUES ('rowval')"));
            assertThat(Files.readString(home.resolve("postgres/log")))
                    .contains("ready")
                    .doesNotContain("rowval");
        }
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).get(0));
    }

    /** Another JVM that uses the same home until its standard input ends; this returns when it does. */
    private Process otherProcess() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        User.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader output = process.inputReader();
        Optional<String> ready = output.lines().filter("ready"::equals).findFirst();
        assertThat(ready).isPresent();
        return process;
    }

    /** What the other JVM runs. */
    static final class User {
        private User() {}

        public static void main(String... arguments) throws Exception {
            try (Database database = Database.embedded(Path.of(arguments[0]));
                    Connection connection = database.connect("test")) {
                System.out.println(connection.isValid(10) ? "ready" : "failed");
                while (System.in.read() >= 0) {
                    Thread.onSpinWait();
                }
            }
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

    private static void execute(Database database, String... statements) throws SQLException {
        try (Connection connection = database.connect("test");
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
