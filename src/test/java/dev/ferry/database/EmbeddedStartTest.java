package dev.ferry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.RefusalException;
import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStartTest {
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
    void a_pid_file_of_before_a_crash_does_not_stop_it_even_if_the_pid_lives() throws Exception {
        server.start();
        Path pidFile = home.resolve("postgres/data/postmaster.pid");
        long postmaster = postmaster();
        List<String> lines = Files.readAllLines(pidFile);
        // As a machine that loses power leaves it: no shutdown, the pid file still there.
        List<ProcessHandle> all =
                ProcessHandle.of(postmaster).orElseThrow().descendants().toList();
        ProcessHandle handle = ProcessHandle.of(postmaster).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();
        all.forEach(child -> child.onExit().join());
        // Not this process: PostgreSQL knows its own ancestors.
        ProcessHandle alive = ProcessHandle.current().parent().orElseThrow();
        lines.set(0, Long.toString(alive.pid()));
        Files.write(pidFile, lines);
        assertThat(server.isRunning()).isFalse();

        try (Database database = Database.embedded(home)) {
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
        assertThat(server.isRunning()).isFalse();
    }

    @Test
    void data_of_another_version_is_refused() throws IOException {
        Database.embedded(home).close();
        Path version = home.resolve("postgres/data/PG_VERSION");
        Path backup = home.resolve("PG_VERSION");
        Files.copy(version, backup, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(version, "13\n");
        try {
            assertThatExceptionOfType(RefusalException.class)
                    .isThrownBy(() -> Database.embedded(home))
                    .withMessageContaining("belongs to another version of PostgreSQL");
        } finally {
            Files.move(backup, version, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void a_failure_to_start_is_told_with_the_servers_own_words() throws IOException {
        Database.embedded(home).close();
        Path settings = home.resolve("postgres/data/postgresql.auto.conf");
        String before = Files.readString(settings);
        Files.writeString(settings, "no_such_setting = 1\n");
        try {
            DatabaseException e = catchThrowableOfType(DatabaseException.class, () -> Database.embedded(home));

            assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(e).hasMessageContaining("FATAL:").hasMessageContaining("contains errors");
        } finally {
            Files.writeString(settings, before);
        }
    }

    @Test
    void what_an_interrupted_first_start_left_is_made_anew() throws Exception {
        Path fresh = shared.resolve("fresh");
        Files.createDirectories(fresh.resolve("postgres/data.unfinished/base"));
        Files.createDirectories(fresh.resolve("postgres/unfinished-bin-unpacked/bin"));
        Files.createDirectories(fresh.resolve("postgres/bin-00000000"));
        Files.writeString(fresh.resolve("postgres/password"), "");

        try (Database database = Database.embedded(fresh)) {
            assertThat(query(database, "SELECT 1")).isEqualTo("1");
        }
        try (var entries = Files.list(fresh.resolve("postgres"))) {
            assertThat(entries.map(path -> path.getFileName().toString()))
                    .doesNotContain("data.unfinished", "unfinished-bin-unpacked", "bin-00000000");
        }
    }

    @Test
    void a_home_that_cannot_be_written_is_a_matter_of_usage() throws IOException {
        Path file = Files.writeString(shared.resolve("file"), "");

        assertThatExceptionOfType(UsageException.class).isThrownBy(() -> EmbeddedServer.in(file.resolve("home")));
    }

    @Test
    void a_full_disk_is_the_environments_fault() {
        FerryException e = EmbeddedHome.in(home).failure(new IOException("No space left on device"));

        assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(home.resolve("postgres/data/postmaster.pid")).get(0));
    }

    private static String query(Database database, String sql) throws SQLException {
        try (Connection connection = database.connect("test");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
