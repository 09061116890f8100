package dev.ferry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.failure.UsageException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What a database source does not take, and what it does not mind. */
@NullMarked
class DatabaseSourceLimitsTest {
    private static final Section TEACHERS =
            Section.list("Teacher", "id").alsoNamed("teachers").inOrderOfIdentity();

    private final String url = TestPostgres.newDatabase();

    private void execute(String sql) {
        DatabaseDump.execute(url, sql);
    }

    private Source open(Section section) {
        return open(section, SourceNames.OWN, Map.of());
    }

    private Source open(Section section, SourceNames names, Map<Section, RowCondition> conditions) {
        return Sources.database(new TestRows(url), List.of(section), names, conditions, Limits.DEFAULT);
    }

    private static List<String> values(Source source, Section section) {
        try (Stream<RawRecord> records = source.records(section)) {
            return records.map(record -> new String(record.bytes(), StandardCharsets.UTF_8))
                    .toList();
        }
    }

    private static List<String> ids(Source source, Section section) {
        try (Stream<RawRecord> records = source.records(section)) {
            return records.map(RawRecord::id).toList();
        }
    }

    @Test
    void the_longer_the_longest_row_the_fewer_come_at_a_time() {
        assertThat(TableSection.fetchSize(0)).isEqualTo(500);
        assertThat(TableSection.fetchSize(1_000)).isEqualTo(500);
        assertThat(TableSection.fetchSize(4_000_000)).isEqualTo(2);
        assertThat(TableSection.fetchSize(200_000_000)).isEqualTo(1);
    }

    @Test
    void a_row_longer_than_the_limit_and_one_nested_too_deep_are_the_contents_fault() {
        execute(
                "CREATE TABLE \"Teacher\" (id int, more jsonb); INSERT INTO \"Teacher\" VALUES (1, '[[[[[\"xxxx\"]]]]]')");
        Limits shortRecords = Limits.DEFAULT.withRecordBytes(20);
        try (Source source =
                Sources.database(new TestRows(url), List.of(TEACHERS), SourceNames.OWN, Map.of(), shortRecords)) {
            assertThatThrownBy(() -> ids(source, TEACHERS))
                    .isInstanceOf(BindingException.class)
                    .hasMessage(
                            "a row of table \"Teacher\" is longer than 20 bytes (raise the limit with --max-record)");
        }
        Limits flat = new Limits(5, 1000, 1000, 1000);
        try (Source source = Sources.database(new TestRows(url), List.of(TEACHERS), SourceNames.OWN, Map.of(), flat)) {
            assertThatThrownBy(() -> ids(source, TEACHERS))
                    .isInstanceOf(BindingException.class)
                    .hasMessageContaining("nested deeper than 5 levels");
        }
    }

    @Test
    void a_section_of_one_record_is_a_table_of_one_row() {
        Section single = Section.single("summary");
        execute("CREATE TABLE summary (total int); INSERT INTO summary VALUES (3)");
        try (Source source = open(single)) {
            assertThat(values(source, single)).containsExactly("{\"total\":3}");
        }
        execute("INSERT INTO summary VALUES (4)");
        try (Source source = open(single)) {
            assertThatThrownBy(() -> values(source, single))
                    .isInstanceOf(BindingException.class)
                    .hasMessage("section summary is one record, table \"summary\" has 2 rows");
        }
    }

    @Test
    void a_section_keyed_by_member_names_cannot_come_from_a_table() {
        assertThatThrownBy(() -> open(Section.keyed("data")))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("cannot be read from a database");
    }

    @Test
    void timeouts_of_the_servers_settings_do_not_apply() {
        execute("CREATE VIEW \"Teacher\" AS SELECT 't-1' AS id, pg_sleep(0.3)::text AS slept");
        execute("DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET statement_timeout = 200', current_database());"
                + " EXECUTE format('ALTER DATABASE %I SET idle_in_transaction_session_timeout = 1',"
                + " current_database()); END $$");
        try (Source source = open(TEACHERS)) {
            assertThat(ids(source, TEACHERS)).containsExactly("t-1");
        }
    }

    @Test
    void the_schema_of_the_url_is_where_tables_are_looked_for() {
        execute("CREATE SCHEMA v1; CREATE TABLE v1.\"Teacher\" (id text); INSERT INTO v1.\"Teacher\" VALUES ('t-1')");
        try (Source source = Sources.database(
                new TestRows(url + "&currentSchema=v1"),
                List.of(TEACHERS),
                SourceNames.OWN,
                Map.of(),
                Limits.DEFAULT)) {
            assertThat(source.record(TEACHERS, 0).position()).hasToString("table \"Teacher\", id t-1");
        }
    }

    @Test
    void a_connection_that_is_cut_is_the_environments_fault() {
        execute("CREATE TABLE \"Teacher\" (id int); INSERT INTO \"Teacher\" SELECT generate_series(1, 10000)");
        try (Source source = open(TEACHERS);
                Stream<RawRecord> records = source.records(TEACHERS)) {
            Iterator<RawRecord> rows = records.iterator();
            rows.next();
            execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND pid <> pg_backend_pid()");
            assertThatThrownBy(() -> rows.forEachRemaining(row -> {}))
                    .isInstanceOf(TestRows.Failed.class)
                    .hasMessageContaining("table \"Teacher\" of the source cannot be read");
        }
    }
}
