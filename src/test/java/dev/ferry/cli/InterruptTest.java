package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.TestPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterruptTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void a_signal_rolls_back_says_so_and_gives_its_exit_code(String signal, int exit) throws Exception {
        String url = TestPostgres.newDatabase();
        execute(url, "CREATE TABLE written (id int)");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterruptedMain.class.getName(),
                        url)
                .directory(folder.toFile())
                .start();
        try (BufferedReader err = process.errorReader()) {
            waitFor(InterruptedMain.READY, err);
            signal(signal, process);
            String rest = err.lines().collect(Collectors.joining("\n"));
            assertThat(rest).isEqualTo("error: interrupted; rolled back, nothing was written\n  See 'ferry status'.");
            assertThat(process.waitFor()).isEqualTo(exit);
        } finally {
            process.destroyForcibly();
        }
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM written")) {
            count.next();
            assertThat(count.getInt(1)).isZero();
        }
    }

    @Test
    void after_an_interrupt_no_connection_is_given_any_more() throws SQLException {
        Cancellation cancellation = new Cancellation();
        try (WatchedDatabase database = cancellation.watch(TestPostgres.at(TestPostgres.newDatabase()));
                Connection before = database.connect("test")) {
            cancellation.request();
            assertThat(before.isClosed()).isTrue();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> database.connect("test")))
                    .isInstanceOf(CommandException.class)
                    .hasMessage("interrupted");
        }
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        new ProcessBuilder(List.of("kill", "-" + name, Long.toString(process.pid())))
                .start()
                .waitFor();
    }

    private static void waitFor(String text, BufferedReader lines) throws IOException {
        StringBuilder seen = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(text)) {
                return;
            }
            seen.append(line).append('\n');
        }
        throw new AssertionError("the process ended before it was ready:\n" + seen);
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
