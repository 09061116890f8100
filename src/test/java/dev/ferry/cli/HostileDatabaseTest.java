package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.cli.EndToEndCommandLine.Ended;
import dev.ferry.failure.ExitCode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source database that is not as it should be. */
@NullMarked
class HostileDatabaseTest {
    @TempDir
    private Path folder;

    private EndToEndCommandLine ferry;
    private final String v1 = TestPostgres.newDatabase();

    @BeforeEach
    void tables() {
        ferry = new EndToEndCommandLine(folder);
        DatabaseDump.execute(v1, "CREATE TABLE users (user_id bigint); INSERT INTO users VALUES (1)");
        DatabaseDump.execute(v1, "CREATE TABLE analytics (total_users int)");
    }

    @Test
    void a_table_that_somebody_locked_is_not_waited_for_longer_than_its_limit() throws SQLException {
        try (Connection other = DriverManager.getConnection(v1);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE users IN ACCESS EXCLUSIVE MODE");
            Ended ended = migrate(v1 + "&options=-c%20lock_timeout%3D100");
            assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(ended.err()).contains("lock");
            other.rollback();
        }
        assertThat(migrate(v1).code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_table_that_is_gone_is_told_before_anything_is_written() {
        DatabaseDump.execute(v1, "DROP TABLE users");
        Ended ended = migrate(v1);
        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains("users");
    }

    @Test
    void values_of_other_types_are_violations_and_those_that_nothing_can_hold_are_never_a_bug() {
        for (String type : List.of(
                "SELECT 'x'::text AS user_id",
                "SELECT 1.5 AS user_id",
                "SELECT 'NaN'::numeric AS user_id",
                "SELECT 'Infinity'::float8 AS user_id",
                "SELECT '{1,2}'::int[] AS user_id",
                "SELECT NULL::int AS user_id",
                "SELECT '\\x00ff'::bytea AS user_id",
                "SELECT 1 AS user_id, 'infinity'::timestamptz AS created_at",
                "SELECT 1 AS user_id, '4000-01-01 BC'::timestamptz AS created_at",
                "SELECT 1 AS user_id, repeat('x', 11) AS language",
                "SELECT 1 AS user_id, '{\"x\": 1}'::jsonb AS language")) {
            DatabaseDump.execute(v1, "DROP TABLE users; CREATE TABLE users AS " + type);
            Ended ended = migrate(v1);
            assertThat(ended.code()).as(type + ended.out() + ended.err()).isEqualTo(ExitCode.CONTENT);
            assertThat(ended.out()).contains("table \"users\"");
            HostileFileTest.assertSafe(ended);
        }
        assertThat(DatabaseDump.of(ferry.database, "subscriptions").values()).allMatch(List::isEmpty);
    }

    @Test
    void text_that_the_server_cannot_convert_is_told_and_nothing_is_written() {
        DatabaseDump.execute(v1.replaceFirst("/test_\\d+", "/postgres"), "DROP DATABASE IF EXISTS ascii_source");
        DatabaseDump.execute(
                v1.replaceFirst("/test_\\d+", "/postgres"),
                "CREATE DATABASE ascii_source ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0");
        String ascii = v1.replaceFirst("/test_\\d+", "/ascii_source");
        DatabaseDump.execute(
                ascii, "CREATE TABLE users AS SELECT 1::bigint AS user_id, E'\\351'::text AS faceit_nickname");
        DatabaseDump.execute(ascii, "CREATE TABLE analytics (total_users int)");
        Ended ended = migrate(ascii);
        assertThat(ended.code()).as(ended.out() + ended.err()).isIn(ExitCode.CONTENT, ExitCode.USAGE);
        HostileFileTest.assertSafe(ended);
    }

    private Ended migrate(String source) {
        return ferry.run("migrate", "-p", "subscriptions", source);
    }
}
