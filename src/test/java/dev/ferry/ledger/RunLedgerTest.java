package dev.ferry.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.database.Database;
import dev.ferry.failure.ExitCode;
import dev.ferry.profile.Profile;
import dev.ferry.schema.SchemaOwner;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunLedgerTest {
    private static final Instant START = Instant.parse("2026-11-21T02:31:54.123456Z");
    private static final List<EntityCount> COUNTS = List.of(
            new EntityCount("course_metadata", 1, 2, 3, 4, 5, 6, 7, 8, 9),
            new EntityCount("courses", 10, 20, 30, 40, 50, 60, 70, 80, 90));

    private final String url = TestPostgres.newDatabase();
    private final Database database = TestPostgres.at(url);
    private final RunLedger ledger = new RunLedger(database, "courses");
    private final Connection connection = database.connect("test");

    @BeforeEach
    void schema() {
        Profile courses = (Profile) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Profile.class}, (proxy, method, arguments) -> "courses");
        new SchemaOwner(database, courses, "courses").update();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void a_database_without_a_ledger_has_no_runs_and_no_tags() throws SQLException {
        Database fresh = TestPostgres.at(TestPostgres.newDatabase());
        RunLedger empty = new RunLedger(fresh, "courses");
        try (Connection nothing = fresh.connect("test")) {
            assertThat(RunLedger.exists(nothing)).isFalse();
            assertThat(empty.runs(nothing, LockState.FREE)).isEmpty();
            assertThat(empty.tags(nothing)).isEmpty();
            assertThat(empty.tagExists(nothing, "empty")).isFalse();
        }
    }

    @Test
    void a_completed_run_is_remembered_as_it_was() throws SQLException {
        NewRun run = run(0);
        ledger.start(run);
        assertThat(ledger.find(connection, run.id()).map(Run::status)).contains(RunStatus.RUNNING);
        connection.setAutoCommit(false);
        TransactionLedger inside = new TransactionLedger(connection, run.id(), "courses");
        insert("AS.180.101");
        inside.inserted("course_metadata", List.of("course_code"), List.of(List.of("AS.180.101")));
        inside.complete("autumn", COUNTS, "abc");
        connection.commit();

        assertThat(ledger.find(connection, run.id())).hasValueSatisfying(found -> {
            assertThat(found.status()).isEqualTo(RunStatus.COMPLETED);
            assertThat(found.tag()).contains("autumn");
            assertThat(found.source()).isEqualTo("data");
            assertThat(found.sourceSha256()).contains("abc");
            assertThat(found.started()).isEqualTo(START);
            assertThat(found.finished()).isPresent();
            assertThat(found.holder())
                    .contains("(pid " + ProcessHandle.current().pid() + ")");
            assertThat(found.batches()).isEqualTo(1);
            assertThat(found.entities()).isEqualTo(COUNTS);
        });
        assertThat(ledger.tags(connection)).containsExactly("empty", "schema-1", "autumn");
        assertThat(ledger.tagExists(connection, "AUTUMN")).isTrue();
    }

    @Test
    void a_run_that_did_not_commit_is_remembered_with_its_reason() {
        NewRun run = run(0);
        ledger.start(run);
        ledger.finish(run.id(), RunStatus.REJECTED, COUNTS, Optional.of("abc"), Optional.of("3 violations"));

        assertThat(ledger.runs(connection, LockState.FREE)).singleElement().satisfies(found -> {
            assertThat(found.status()).isEqualTo(RunStatus.REJECTED);
            assertThat(found.message()).contains("3 violations");
            assertThat(found.tag()).isEmpty();
            assertThat(found.entities()).isEqualTo(COUNTS);
        });
        // How it ended stays, whoever comes later with another word on it.
        ledger.finish(run.id(), RunStatus.FAILED, List.of(), Optional.empty(), Optional.of("the connection was lost"));
        assertThat(ledger.runs(connection, LockState.FREE)).singleElement().satisfies(found -> {
            assertThat(found.status()).isEqualTo(RunStatus.REJECTED);
            assertThat(found.message()).contains("3 violations");
            assertThat(found.entities()).isEqualTo(COUNTS);
        });
    }

    @Test
    void a_running_run_without_the_lock_was_interrupted_and_so_were_all_but_the_newest() {
        ledger.start(run(0));
        ledger.start(run(1));

        assertThat(ledger.runs(connection, LockState.HELD))
                .extracting(Run::status)
                .containsExactly(RunStatus.RUNNING, RunStatus.INTERRUPTED);
        assertThat(ledger.runs(connection, LockState.FREE))
                .extracting(Run::status)
                .containsExactly(RunStatus.INTERRUPTED, RunStatus.INTERRUPTED);
    }

    @Test
    void a_key_that_is_not_there_stops_the_run() throws SQLException {
        NewRun run = run(0);
        ledger.start(run);
        connection.setAutoCommit(false);
        TransactionLedger inside = new TransactionLedger(connection, run.id(), "courses");
        insert("AS.180.101");
        List<List<String>> keys = List.of(List.of("AS.180.101"), List.of("AS.180.102"));

        assertThatThrownBy(() -> inside.inserted("course_metadata", List.of("course_code"), keys))
                .isInstanceOfSatisfying(
                        LostRowsException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.MISMATCH))
                .hasMessageContaining("course_metadata: 2 rows were written, 1 are there");
        connection.rollback();
    }

    @Test
    void the_primary_keys_index_finds_the_rows_of_a_batch() throws SQLException {
        connection
                .createStatement()
                .execute("INSERT INTO courses.course_metadata (course_code) "
                        + "SELECT 'code ' || n FROM generate_series(1, 50000) n; ANALYZE courses.course_metadata");
        TableShape shape =
                TableShape.find(connection, "courses", "course_metadata").orElseThrow();
        BatchKeys keys = new BatchKeys(List.of("course_code"), List.of(List.of("code 7"), List.of("code 8")));
        StringBuilder plan = new StringBuilder();
        try (var statement = connection.prepareStatement(
                "EXPLAIN SELECT t.hash FROM " + keys.table() + ", " + shape.hashes(RowHash.VALUES, keys.columns()))) {
            keys.setTable(statement, 1);
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    plan.append(row.getString(1)).append('\n');
                }
            }
        }
        assertThat(plan.toString()).contains("Index Scan using course_metadata_pkey");
    }

    @ParameterizedTest
    @ValueSource(strings = {"appended", "in the room of rows that are gone"})
    void rows_are_recorded_wherever_the_table_puts_them(String where) throws SQLException {
        execute("INSERT INTO courses.course_metadata (course_code, relevant_periods)"
                + " SELECT 'old ' || n, to_jsonb(repeat('x', 500)) FROM generate_series(1, 4000) n");
        if (!where.equals("appended")) {
            // Every second page gets room, so that new rows are put here and there.
            execute("DELETE FROM courses.course_metadata WHERE (ctid::text::point)[0]::int % 2 = 0");
            execute("VACUUM courses.course_metadata");
        }
        NewRun run = run(0);
        ledger.start(run);
        connection.setAutoCommit(false);
        TransactionLedger inside = new TransactionLedger(connection, run.id(), "courses");
        for (int batch = 0; batch < 6; batch++) {
            String first = "'new " + batch + " ' || n";
            execute("INSERT INTO courses.course_metadata (course_code, relevant_periods)" + " SELECT " + first
                    + ", to_jsonb(repeat('y', 400)) FROM generate_series(1, 300) n");
            List<List<String>> keys = new ArrayList<>();
            for (int n = 300; n > 0; n--) {
                keys.add(List.of("new " + batch + " " + n));
            }
            inside.inserted("course_metadata", List.of("course_code"), keys);
        }
        connection.commit();
        assertThat(DatabaseDump.value(url, """
                        SELECT count(*) FROM ferry.run_batches b, unnest(b.keys[1:1], b.hashes) AS k (code, hash)
                        JOIN courses.course_metadata t ON t.course_code = k.code
                        WHERE b.action = 'INSERT' AND b.hashed = 'VALUES'
                          AND k.hash = hash_record_extended(t.*, 0)""")).isEqualTo("1800");
    }

    @Test
    void the_end_of_a_table_is_gone_through_until_that_is_in_vain() {
        TableEnd end = new TableEnd();
        assertThat(end.from()).isEmpty();
        end.found("(10,7)");
        assertThat(end.from()).contains("(0,0)");
        end.found("(1000,7)");
        assertThat(end.from()).contains("(936,0)");
        end.missed();
        assertThat(end.from()).isPresent();
        end.missed();
        assertThat(end.from()).isEmpty();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private NewRun run(int second) {
        Instant start = START.plusSeconds(second);
        return new NewRun(RunId.startingAt(start), "courses", "1", Optional.of("t"), "data", "--force", "0.1.0", start);
    }

    private void insert(String code) throws SQLException {
        connection
                .createStatement()
                .execute("INSERT INTO courses.course_metadata (course_code) VALUES ('" + code + "')");
    }
}
