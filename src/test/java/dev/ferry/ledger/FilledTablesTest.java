package dev.ferry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.database.Database;
import dev.ferry.profile.Profile;
import dev.ferry.schema.SchemaOwner;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilledTablesTest {
    private static final List<String> KEY = List.of("a", "b");

    private final String url = TestPostgres.newDatabase();
    private final Database database = TestPostgres.at(url);
    private final Connection connection = database.connect("test");
    private final RunId run = RunId.startingAt(Instant.parse("2026-11-27T02:31:54Z"));
    private TransactionLedger ledger;

    @BeforeEach
    void begin() throws SQLException {
        Profile courses = (Profile) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Profile.class}, (proxy, method, arguments) -> "courses");
        new SchemaOwner(database, courses, "courses").update();
        new RunLedger(database, "courses")
                .start(new NewRun(
                        run, "courses", "1", Optional.empty(), "data", "", "0", Instant.parse("2026-11-27T02:31:54Z")));
        execute("CREATE TABLE courses.pairs (a integer, b timestamptz, t text, PRIMARY KEY (a, b))");
        execute("CREATE TABLE courses.tree (id integer PRIMARY KEY, parent integer REFERENCES courses.tree)");
        execute("CREATE TABLE courses.parts (a integer) PARTITION BY RANGE (a)");
        connection.setAutoCommit(false);
        ledger = new TransactionLedger(connection, run, "courses");
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void insert(int from, int to) throws SQLException {
        execute(
                "INSERT INTO courses.pairs SELECT i, timestamptz '2026-03-01 12:00Z' + i * interval '1 min', repeat('x', i % 700)"
                        + " FROM generate_series(" + from + ", " + to + ") i");
    }

    @Test
    void all_rows_are_recorded_with_their_keys_and_hashes_however_they_came() throws SQLException {
        ledger.filled().begin("pairs", KEY);
        assertThat(ledger.filled().contain("pairs")).isTrue();
        insert(1, 20_000);
        // Room that is left between rows may be filled again.
        execute("SAVEPOINT s");
        insert(20_001, 21_000);
        execute("ROLLBACK TO s");
        insert(30_001, 35_000);
        ledger.filled().expect("pairs", 20_000);
        ledger.filled().expect("pairs", 5_000);
        ledger.filled().record();
        assertThat(ledger.filled().contain("pairs")).isFalse();
        connection.commit();

        assertThat(DatabaseDump.value(
                        url,
                        "SELECT count(*) FROM (SELECT unnest(keys[1:1])::integer AS a, unnest(keys[2:2])::timestamptz AS b,"
                                + " unnest(hashes) AS h FROM ferry.run_batches WHERE action = 'INSERT'"
                                + " AND key_columns = '{a,b}') k"
                                + " JOIN courses.pairs p USING (a, b) WHERE hash_record_extended(p, 0) = h"))
                .isEqualTo("25000");
        assertThat(DatabaseDump.value(
                        url, "SELECT max(cardinality(hashes)) BETWEEN 1000 AND 4000 FROM ferry.run_batches"))
                .isEqualTo("t");
        // What comes then is recorded batch by batch.
        execute("INSERT INTO courses.pairs VALUES (-1, '2026-01-01', '')");
        ledger.inserted("pairs", KEY, List.of(List.of("-1", "2026-01-01")));
        connection.commit();
        assertThat(DatabaseDump.value(url, "SELECT sum(cardinality(hashes)) FROM ferry.run_batches"))
                .isEqualTo("25001");
    }

    /** A row that does not fit leaves room in its page, which PostgreSQL gives to a later one. */
    @Test
    void rows_are_recorded_that_come_into_pages_which_were_recorded_before() throws SQLException {
        ledger.filled().begin("pairs", KEY);
        for (int batch = 0; batch < 8; batch++) {
            execute("SAVEPOINT s");
            int from = batch * 1_000;
            execute("INSERT INTO courses.pairs SELECT i, '2026-03-01 12:00Z', repeat('x', "
                    + (batch < 6 ? "1500 + i % 400" : "100") + ") FROM generate_series(" + from + ", " + (from + 999)
                    + ") i");
            execute("RELEASE SAVEPOINT s");
            ledger.filled().expect("pairs", 1_000);
        }
        ledger.filled().record();
        connection.commit();

        assertThat(DatabaseDump.value(
                        url, "SELECT count(*) > 100 FROM courses.pairs WHERE a >= 6000 AND ctid < '(900,0)'"))
                .isEqualTo("t");
        assertThat(DatabaseDump.value(url, """
                        SELECT count(DISTINCT a) || ' of ' || count(*) FROM ferry.run_batches,
                          unnest(keys[1:1], hashes) AS k (key, h) JOIN courses.pairs p ON p.a = k.key::integer
                        WHERE hash_record_extended(p, 0) = h""")).isEqualTo("8000 of 8000");
    }

    @Test
    void rows_that_are_missing_or_too_many_are_lost_rows() throws SQLException {
        ledger.filled().begin("pairs", KEY);
        insert(1, 9);
        ledger.filled().expect("pairs", 10);

        assertThatThrownBy(() -> ledger.filled().record())
                .isInstanceOf(LostRowsException.class)
                .hasMessage("pairs: 10 rows were written, 9 are there");
    }

    @Test
    void tables_whose_rows_stand_elsewhere_or_refer_to_each_other_are_not_taken() {
        ledger.filled().begin("tree", List.of("id"));
        ledger.filled().begin("parts", List.of("a"));

        assertThat(ledger.filled().contain("tree")).isFalse();
        assertThat(ledger.filled().contain("parts")).isFalse();
    }
}
