package dev.ferry.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CanonicalRowsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final String url = TestPostgres.newDatabase();
    private final String tables = "CREATE SCHEMA %1$s; CREATE SEQUENCE %1$s.parent_seq START %2$d;"
            + " CREATE TABLE %1$s.parent (id bigint DEFAULT nextval('%1$s.parent_seq') PRIMARY KEY, name text,"
            + " created_at timestamptz DEFAULT now());"
            + " CREATE TABLE %1$s.child (parent_id bigint REFERENCES %1$s.parent, name text);";
    private final String rows = "INSERT INTO %1$s.parent (name) VALUES ('a'), ('b');"
            + " INSERT INTO %1$s.child SELECT id, 'of ' || name FROM %1$s.parent;";

    private CanonicalRows rows(String schema, int firstId, String change) {
        DatabaseDump.execute(url, (tables + rows + change).formatted(schema, firstId));
        return CanonicalRows.of(url, schema, START);
    }

    @Test
    void rows_that_differ_in_generated_ids_and_in_the_time_of_the_insert_are_the_same() {
        assertThat(rows("one", 1, "").isSame(rows("two", 1_000, ""))).isTrue();
    }

    @Test
    void a_row_that_is_missing_and_one_that_is_there_twice_are_seen() {
        CanonicalRows whole = rows("one", 1, "");
        CanonicalRows missing = rows("two", 1, "DELETE FROM %1$s.child WHERE name = 'of a'");
        CanonicalRows twice = rows("three", 1, "INSERT INTO %1$s.child SELECT * FROM %1$s.child WHERE name = 'of a'");

        assertThat(whole.without(missing)).singleElement().asString().contains("child", "of a");
        assertThat(missing.without(whole)).isEmpty();
        assertThat(twice.without(whole)).singleElement().asString().contains("child", "of a");
    }

    @Test
    void a_row_that_refers_to_another_one_than_before_is_another_row() {
        CanonicalRows turned =
                rows("two", 1, "UPDATE %1$s.child SET parent_id = (SELECT id FROM %1$s.parent WHERE name = 'b')");
        assertThat(rows("one", 1, "").without(turned))
                .singleElement()
                .asString()
                .contains("of a");
    }

    @Test
    void a_time_of_the_source_is_compared() {
        CanonicalRows dated = rows("two", 1, "UPDATE %1$s.parent SET created_at = '2020-02-02' WHERE name = 'a'");
        assertThat(rows("one", 1, "").isSame(dated)).isFalse();
    }
}
