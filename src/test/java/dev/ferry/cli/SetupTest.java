package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.cli.EndToEndCommandLine.Ended;
import dev.ferry.failure.ExitCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reference data of a profile, from the command line into a real database. */
class SetupTest {
    @TempDir
    private Path folder;

    private EndToEndCommandLine ferry;

    @BeforeEach
    void open() {
        ferry = new EndToEndCommandLine(folder);
    }

    @Test
    void a_rehearsal_writes_nothing_and_a_second_setup_neither() throws SQLException {
        assertThat(run("setup -p school --dry-run").out()).contains("Rehearsed");
        assertThat(query("SELECT to_regclass('school.roles') IS NULL")).isEqualTo("t");

        run("setup -p school");
        assertThat(query("SELECT count(*) FROM school.roles")).isEqualTo("5");

        assertThat(run("setup -p school").out()).contains("nothing was written");
        assertThat(query("SELECT count(*) FROM school.roles")).isEqualTo("5");
    }

    @Test
    void cleaning_leaves_what_other_rows_need_and_says_so() throws SQLException {
        run("setup -p school");
        query("CREATE TABLE public.badges (role_id bigint REFERENCES school.roles);"
                + " INSERT INTO public.badges SELECT id FROM school.roles ORDER BY id LIMIT 1; SELECT 1");

        assertThat(run("setup -p school --clean --dry-run").out()).contains("stays: roles", "Would take away: ");
        assertThat(query("SELECT count(*) FROM school.roles")).isEqualTo("5");

        assertThat(run("setup -p school --clean").out()).contains("stays: roles", "Taken away: ");
        assertThat(query("SELECT count(*) FROM school.roles")).isEqualTo("1");
        assertThat(query("SELECT count(*) FROM school.subjects")).isEqualTo("0");
    }

    @Test
    void cleaning_what_was_never_set_up_takes_nothing_away() {
        assertThat(run("setup -p school --clean").out()).contains("Taken away: 0 rows");
    }

    @Test
    void a_profile_without_reference_data_exits_2() {
        assertThat(ferry.run("setup", "-p", "courses").code()).isEqualTo(ExitCode.USAGE);
        assertThat(ferry.run("setup", "-p", "courses", "--clean").code()).isEqualTo(ExitCode.USAGE);
    }

    private Ended run(String line) {
        Ended ended = ferry.run(line.split(" "));
        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.DONE);
        return ended;
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(ferry.database);
                Statement statement = connection.createStatement()) {
            boolean rows = statement.execute(sql);
            while (!rows) {
                rows = statement.getMoreResults();
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
