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
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Sections that are tables of a real database. */
@NullMarked
class DatabaseSourceTest {
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
    void values_are_the_json_that_the_server_makes_of_them() {
        execute("""
                CREATE TABLE "Teacher" (id text, "isDeleted" boolean, subjects text[], ages json, more jsonb,
                    score numeric, "createdAt" timestamptz, seen timestamp, born date, gone text);
                INSERT INTO "Teacher" VALUES ('t-1', true, ARRAY['Maths', 'a "b"'], '{"b":1, "a":2}', '{"b":1, "a":2}',
                    12345678901234567890.123456789, '2024-01-01 12:00+03', '2024-01-01 12:00', '2001-02-03', NULL)""");
        try (Source source = open(TEACHERS)) {
            assertThat(values(source, TEACHERS))
                    .containsExactly("{\"id\":\"t-1\",\"isDeleted\":true,\"subjects\":[\"Maths\",\"a \\\"b\\\"\"],"
                            + "\"ages\":{\"b\":1, \"a\":2},\"more\":{\"a\": 2, \"b\": 1},"
                            + "\"score\":12345678901234567890.123456789,\"createdAt\":\"2024-01-01T09:00:00+00:00\","
                            + "\"seen\":\"2024-01-01T12:00:00\",\"born\":\"2001-02-03\",\"gone\":null}");
        }
    }

    @Test
    void rows_come_in_the_order_of_the_bytes_of_their_identity() {
        execute("""
                CREATE TABLE "Teacher" (id text COLLATE "und-x-icu", n int);
                INSERT INTO "Teacher" VALUES ('b', 1), ('B', 2), ('é', 3), ('a', 4), ('𝄞', 5), ('﷽', 6), ('a', 7), (NULL, 8),
                    ('10', 9), ('9', 10)""");
        try (Source source = open(TEACHERS)) {
            assertThat(ids(source, TEACHERS)).containsExactly("", "10", "9", "B", "a", "a", "b", "é", "﷽", "𝄞");
            assertThat(source.record(TEACHERS, 4).bytes()).asString().contains("\"n\":4");
            assertThat(source.record(TEACHERS, 5).bytes()).asString().contains("\"n\":7");
        }
    }

    @Test
    void a_second_pass_does_not_see_what_was_committed_since_the_first() {
        execute("CREATE TABLE \"Teacher\" (id text); INSERT INTO \"Teacher\" VALUES ('t-1'), ('t-2')");
        try (Source source = open(TEACHERS)) {
            assertThat(ids(source, TEACHERS)).containsExactly("t-1", "t-2");
            String sha256 = source.sha256();
            execute("INSERT INTO \"Teacher\" VALUES ('t-0'); UPDATE \"Teacher\" SET id = 't-9' WHERE id = 't-1'");
            assertThat(ids(source, TEACHERS)).containsExactly("t-1", "t-2");
            assertThat(source.size(TEACHERS)).isEqualTo(2);
            assertThat(source.record(TEACHERS, 0).id()).isEqualTo("t-1");
            try (Source later = open(TEACHERS)) {
                assertThat(ids(later, TEACHERS)).containsExactly("t-0", "t-2", "t-9");
                assertThat(later.sha256()).hasSize(64).isNotEqualTo(sha256);
            }
        }
    }

    @Test
    void what_is_inserted_before_the_first_pass_but_after_the_opening_is_not_seen_either() {
        execute("CREATE TABLE \"Teacher\" (id text)");
        try (Source source = open(TEACHERS)) {
            execute("INSERT INTO \"Teacher\" VALUES ('t-0')");
            assertThat(ids(source, TEACHERS)).isEmpty();
        }
    }

    @Test
    void rows_of_a_hundred_thousand_are_found_again_while_two_passes_are_open() {
        execute("CREATE TABLE \"Teacher\" (id text, n int); INSERT INTO \"Teacher\" "
                + "SELECT 't-' || lpad(i::text, 6, '0'), i FROM generate_series(100000, 1, -1) i");
        try (Source source = open(TEACHERS);
                Stream<RawRecord> one = source.records(TEACHERS);
                Stream<RawRecord> two = source.records(TEACHERS)) {
            Iterator<RawRecord> first = one.iterator();
            Iterator<RawRecord> second = two.iterator();
            for (int i = 0; i < 100_000; i++) {
                RawRecord record = first.next();
                assertThat(record.offset()).isEqualTo(i);
                if (i % 3 == 0) {
                    assertThat(second.next().offset()).isEqualTo(i / 3);
                }
                if (i % 10_007 == 0) {
                    RawRecord again = source.record(TEACHERS, i);
                    assertThat(again.bytes()).isEqualTo(record.bytes());
                    assertThat(again.position()).isEqualTo(record.position());
                }
            }
            assertThat(first.hasNext()).isFalse();
            assertThat(source.record(TEACHERS, 99_999).id()).isEqualTo("t-100000");
        }
    }

    @Test
    void rows_of_a_view_and_of_partitions_are_found_again() {
        execute("""
                CREATE TABLE part (id text, n int) PARTITION BY HASH (n);
                CREATE TABLE part_0 PARTITION OF part FOR VALUES WITH (MODULUS 2, REMAINDER 0);
                CREATE TABLE part_1 PARTITION OF part FOR VALUES WITH (MODULUS 2, REMAINDER 1);
                INSERT INTO part SELECT 'same', i FROM generate_series(1, 50) i;
                CREATE VIEW "Teacher" AS SELECT * FROM part""");
        for (Section section : List.of(TEACHERS, Section.list("part", "id"))) {
            try (Source source = open(section)) {
                List<String> values = values(source, section);
                assertThat(values).hasSize(50).doesNotHaveDuplicates();
                assertThat(IntStream.range(0, 50)
                                .mapToObj(i ->
                                        new String(source.record(section, i).bytes(), StandardCharsets.UTF_8)))
                        .isEqualTo(values);
            }
        }
    }

    @Test
    void of_a_row_that_a_condition_leaves_out_only_the_identity_is_sent() {
        execute(
                "CREATE TABLE \"Teacher\" (id text, \"schoolId\" text, \"what?\" text);"
                        + "INSERT INTO \"Teacher\" VALUES ('t-1', 's''1', 'secret'), ('t-2', 's2', 'x'), ('t-3', NULL, 'secret')");
        RowCondition wanted = columns -> Optional.of(new RowCondition.Sql(
                columns.apply("school_id").orElseThrow().sql() + " = ? AND "
                        + columns.apply("what?").orElseThrow().sql() + " <> ?",
                List.of("s'1", "x'; DROP TABLE \"Teacher\"; --")));
        try (Source source = open(TEACHERS, SourceNames.OWN, Map.of(TEACHERS, wanted));
                Source whole = open(TEACHERS)) {
            assertThat(values(source, TEACHERS))
                    .containsExactly(
                            "{\"id\":\"t-1\",\"schoolId\":\"s'1\",\"what?\":\"secret\"}",
                            "{\"id\":\"t-2\"}",
                            "{\"id\":\"t-3\"}");
            try (Stream<RawRecord> records = source.records(TEACHERS)) {
                assertThat(records.map(RawRecord::leftOut)).containsExactly(false, true, true);
            }
            assertThat(source.record(TEACHERS, 1).leftOut()).isTrue();
            assertThat(source.size(TEACHERS)).isEqualTo(3);
            assertThat(source.sha256()).isEqualTo(whole.sha256());
        }
    }

    @Test
    void a_condition_that_the_database_cannot_judge_leaves_nothing_out() {
        execute("CREATE TABLE \"Teacher\" (id text); INSERT INTO \"Teacher\" VALUES ('t-1')");
        try (Source source = open(TEACHERS, SourceNames.OWN, Map.of(TEACHERS, columns -> Optional.empty()));
                Stream<RawRecord> records = source.records(TEACHERS)) {
            assertThat(records.map(RawRecord::leftOut)).containsExactly(false);
        }
    }

    @Test
    void tables_are_found_by_other_spellings_where_one_alone_fits() {
        execute(
                "CREATE TABLE emergency_contacts (id text); CREATE SCHEMA other; CREATE TABLE other.\"Teacher\" (id text)");
        Section contacts = Section.list("EmergencyContacts", "id");
        try (Source source = open(contacts)) {
            assertThat(ids(source, contacts)).isEmpty();
        }
        execute("CREATE TABLE emergencycontacts (id text)");
        assertThatThrownBy(() -> open(contacts))
                .isInstanceOf(UsageException.class)
                .hasMessage("several tables of the source may be section EmergencyContacts: emergency_contacts,"
                        + " emergencycontacts");
        assertThatThrownBy(() -> open(TEACHERS))
                .isInstanceOf(UsageException.class)
                .hasMessage("the source has no table for section Teacher: looked for Teacher, teachers, there is"
                        + " emergency_contacts, emergencycontacts (test database)");
    }

    @Test
    void names_of_tables_and_columns_can_be_configured() {
        execute("""
                CREATE SCHEMA legacy;
                CREATE TABLE legacy.lehrer (nr int, vorname text, email text, mail text);
                INSERT INTO legacy.lehrer VALUES (7, 'Ann', 'old', 'ann@x.org')""");
        SourceNames names = new SourceNames(
                Map.of("Teacher", "legacy.lehrer"),
                Map.of("Teacher", Map.of("id", "nr", "firstName", "vorname", "email", "mail")));
        try (Source source = open(TEACHERS, names, Map.of())) {
            assertThat(values(source, TEACHERS))
                    .containsExactly("{\"id\":7,\"firstName\":\"Ann\",\"email\":\"ann@x.org\"}");
            Position email = source.record(TEACHERS, 0).locate(List.of("email"));
            assertThat(email).hasToString("table \"legacy\".\"lehrer\", id 7, column \"mail\"");
            assertThat(email.pointer()).isEqualTo("/lehrer/0/email");
            assertThat(email.line()).isEqualTo(1);
        }
        SourceNames wrong =
                new SourceNames(Map.of("Teacher", "legacy.lehrer"), Map.of("Teacher", Map.of("id", "number")));
        assertThatThrownBy(() -> open(TEACHERS, wrong, Map.of()))
                .hasMessage(
                        "table \"legacy\".\"lehrer\" has no column number for field id; it has nr, vorname, email, mail");
    }

    @Test
    void a_place_names_the_table_and_the_identity() {
        execute("CREATE TABLE \"Teacher\" (id text, n int); INSERT INTO \"Teacher\" VALUES ('t-17', 1), (NULL, 2)");
        try (Source source = open(TEACHERS)) {
            assertThat(source.record(TEACHERS, 1).position()).hasToString("table \"Teacher\", id t-17");
            assertThat(source.record(TEACHERS, 0).locate(List.of("n")))
                    .hasToString("table \"Teacher\", row 1, column \"n\"");
        }
    }
}
