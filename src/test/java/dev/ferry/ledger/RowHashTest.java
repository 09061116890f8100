package dev.ferry.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.TestPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowHashTest {
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection(TestPostgres.newDatabase());
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private String hash(RowHash hash) throws SQLException {
        String sql =
                "SELECT " + hash.of(TableShape.find(connection, "public", "one").orElseThrow()) + " FROM one t";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            return result.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Among them what PostgreSQL calls equal, and types that it cannot hash. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "boolean | true | false",
                "integer | 0 | NULL",
                "bigint | 1 | 2",
                "text | 'a' | 'A'",
                "text | '' | NULL",
                "varchar(9) | 'a' | 'a '",
                "text COLLATE alike | 'a' | 'A'",
                "char(3) | 'a' | 'b'",
                "numeric | 1.0 | 1.00",
                "numeric(9,2)[] | '{1}' | '{2}'",
                "double precision | '0' | '-0'",
                "uuid | '00000000-0000-0000-0000-000000000001' | '00000000-0000-0000-0000-000000000002'",
                "date | '2026-01-01' | '2026-01-02'",
                "time | '10:00' | '10:00:00.000001'",
                "timetz | '10:00+00' | '11:00+01'",
                "timestamp(3) | '2026-01-01 00:00' | '2026-01-01 00:00:00.001'",
                "timestamptz | '2026-01-01 00:00Z' | '2026-01-01 00:00:00.000001Z'",
                "interval | '1 day' | '24 hours'",
                "json | '{\"a\":1}' | '{\"a\": 1}'",
                "jsonb | '{\"a\":1}' | '{\"a\":2}'",
                "jsonb | 'null' | NULL",
                "bytea | '\\x00' | '\\x0000'",
                "point | '(0,0)' | '(0,1)'",
                "mood | 'glad' | 'sad'",
                "short | 'a' | 'b'",
            })
    void whatever_changes_in_a_row_changes_its_hash(String type, String before, String after) throws SQLException {
        execute("CREATE TYPE mood AS ENUM ('glad', 'sad'); CREATE DOMAIN short AS text;"
                + " CREATE COLLATION alike (provider = icu, locale = 'und-u-ks-level2', deterministic = false)");
        execute("CREATE TABLE one (id integer, value " + type + ", other text DEFAULT 'x');"
                + " INSERT INTO one VALUES (1, " + before + ")");
        String hash = hash(RowHash.VALUES);
        String text = hash(RowHash.TEXT);
        assertThat(hash(RowHash.VALUES)).isEqualTo(hash);
        execute("UPDATE one SET value = " + after);

        assertThat(hash(RowHash.VALUES)).isNotEqualTo(hash);
        assertThat(hash(RowHash.TEXT)).isNotEqualTo(text);
    }

    @Test
    void a_dumped_and_restored_row_has_the_same_hash() throws SQLException {
        String table =
                "CREATE TYPE mood AS ENUM ('glad', 'sad'); CREATE TABLE one (value mood); INSERT INTO one VALUES ('sad')";
        execute(table);
        String hash = hash(RowHash.VALUES);
        execute("DROP TABLE one; DROP TYPE mood");
        execute(table);

        assertThat(hash(RowHash.VALUES)).isEqualTo(hash);
    }
}
