package dev.ferry.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.TestPostgres;
import dev.ferry.failure.ExitCode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailureTest {
    private static final String CANARY = "canary7Z";

    private final String url = TestPostgres.newDatabase();
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection(url + "&reWriteBatchedInserts=true");
        execute("CREATE TABLE person (id int PRIMARY KEY, name varchar(20) CONSTRAINT named CHECK (name <> ''),"
                + " email text NOT NULL UNIQUE)");
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void a_batch_that_breaks_a_constraint_tells_its_name_and_no_row() throws SQLException {
        SQLException e;
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO person VALUES (?, ?, ?)")) {
            for (int i = 0; i < 10; i++) {
                insert.setInt(1, i);
                insert.setString(2, CANARY);
                insert.setString(3, CANARY + i % 9);
                insert.addBatch();
            }
            e = catchThrowableOfType(SQLException.class, insert::executeBatch);
        }

        assertThat(e.getMessage()).contains(CANARY);
        assertThat(SqlFailure.isContentFault(e)).isTrue();
        DatabaseException explained = explain(e);
        assertThat(explained.exitCode()).isEqualTo(ExitCode.CONTENT);
        assertThat(explained)
                .hasMessage("the database refused a row: duplicate key value violates unique constraint "
                        + "\"person_email_key\", table person");
        assertThat(explained.sqlState()).contains("23505");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO person VALUES (1, 'canary7Z', NULL)|null value in column \"email\" of relation \"person\"",
                "INSERT INTO person VALUES (1, '', 'canary7Z')|violates check constraint \"named\"",
                "INSERT INTO person VALUES (1, 'canary7Z canary7Z canary7Z', 'x')|value too long for type",
                "SELECT 'canary7Z'::int|invalid input syntax for type integer: \"…\"",
                "SELECT '{\"a\": canary7Z}'::jsonb|invalid input syntax for type json",
                "SELECT 'canary7Z \" canary7Z'::date|invalid input syntax for type date: \"…\"",
            })
    void a_value_that_does_not_fit_is_the_contents_fault_and_never_shown(String sql, String message) {
        DatabaseException explained = explain(failureOf(sql));

        assertThat(explained.exitCode()).isEqualTo(ExitCode.CONTENT);
        assertThat(explained).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SET statement_timeout TO 20; SELECT pg_sleep(60)|ENVIRONMENT|57014",
                "SELECT pg_terminate_backend(pg_backend_pid())|ENVIRONMENT|57P01",
                "BEGIN READ ONLY; DELETE FROM person|USAGE|25006",
                "SELECT * FROM absent|USAGE|42P01",
                "SELECT absent FROM person|USAGE|42703",
                "CREATE TABLE absent.t (id int)|USAGE|3F000",
                "SELECT FROM WHERE|BUG|42601",
                "DO $$ BEGIN RAISE SQLSTATE '53100'; END $$|ENVIRONMENT|53100",
                "DO $$ BEGIN RAISE SQLSTATE '40001'; END $$|ENVIRONMENT|40001",
                "DO $$ BEGIN RAISE SQLSTATE '54000'; END $$|CONTENT|54000",
                "DO $$ BEGIN RAISE SQLSTATE '42501'; END $$|USAGE|42501",
            })
    void the_family_of_the_sqlstate_decides_the_exit_code(String sql, ExitCode exitCode, String sqlState) {
        SQLException e = failureOf(sql);
        DatabaseException explained = explain(e);

        assertThat(explained.exitCode()).isEqualTo(exitCode);
        assertThat(explained.sqlState()).contains(sqlState);
        assertThat(SqlFailure.isContentFault(e)).isEqualTo(exitCode == ExitCode.CONTENT);
        assertThat(explained.advice().isPresent())
                .isEqualTo(exitCode == ExitCode.ENVIRONMENT || exitCode == ExitCode.USAGE);
    }

    @Test
    void a_missing_right_is_told_as_a_grant_also_where_the_user_is_not_known() throws SQLException {
        execute("CREATE ROLE nobody", "CREATE SEQUENCE counter", "SET ROLE nobody");

        assertThat(explain(failureOf("SELECT 1 FROM person")).advice().orElseThrow())
                .endsWith("GRANT SELECT, INSERT, UPDATE, DELETE ON TABLE \"person\" TO <user>");
        assertThat(explain(failureOf("SELECT nextval('counter')")).advice().orElseThrow())
                .endsWith("GRANT USAGE ON SEQUENCE \"counter\" TO <user>");
        assertThat(explain(failureOf("CREATE ROLE more")).advice().orElseThrow())
                .startsWith("grant it");
    }

    @Test
    void a_lock_that_cannot_be_had_in_time_is_the_environments_fault() throws SQLException {
        execute("BEGIN", "LOCK TABLE person");
        try (Connection other = DriverManager.getConnection(url);
                Statement statement = other.createStatement()) {
            statement.execute("SET lock_timeout TO 20");

            DatabaseException explained =
                    explain(catchThrowableOfType(SQLException.class, () -> statement.execute("DELETE FROM person")));

            assertThat(explained.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(explained.sqlState()).contains("55P03");
        }
    }

    @Test
    void a_connection_that_died_before_is_the_environments_fault() throws SQLException {
        failureOf("SELECT pg_terminate_backend(pg_backend_pid())");

        assertThat(explain(failureOf("SELECT 1")).exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
    }

    @Test
    void a_value_that_the_driver_cannot_read_is_not_shown() throws SQLException {
        SQLException e;
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT 'canary7Z'")) {
            row.next();
            e = catchThrowableOfType(SQLException.class, () -> row.getInt(1));
        }

        assertThat(e.getMessage()).contains(CANARY);
        assertThat(explain(e).exitCode()).isEqualTo(ExitCode.CONTENT);
    }

    /** The failure as reported; that no value of a row is in it, nor in its stack trace, is checked for all. */
    private static DatabaseException explain(SQLException failure) {
        DatabaseException explained = SqlFailure.explain(failure);
        StringWriter trace = new StringWriter();
        explained.printStackTrace(new PrintWriter(trace, true));
        assertThat(trace.toString()).doesNotContain(CANARY);
        return explained;
    }

    private SQLException failureOf(String sql) {
        return catchThrowableOfType(SQLException.class, () -> execute(sql));
    }

    private void execute(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
