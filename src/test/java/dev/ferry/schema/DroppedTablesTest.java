package dev.ferry.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.Drift;
import dev.ferry.ledger.DriftPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rollbacks over changesets whose tables hold more than the runs wrote. */
class DroppedTablesTest {
    private final Bench bench = Bench.workshop();

    @Test
    void rows_that_no_run_wrote_are_not_dropped_with_their_table() {
        bench.insertTools("T", "a", "b");
        bench.sql("INSERT INTO tool (name) SELECT 'mine' || i FROM generate_series(1, 4) i");
        bench.sql("INSERT INTO part VALUES ('2026-01-01', 7)");
        List<String> before = bench.dump();

        assertThatThrownBy(() -> bench.rollback("empty")).isInstanceOfSatisfying(RefusalException.class, e -> {
            assertThat(e.getMessage()).isEqualTo("""
                    nothing was rolled back: the rows are no longer as the runs left them (2 differences)
                      table part has 1 row that no run takes back, and it is dropped: 2026-01-01/7
                      table tool has 4 rows that no run takes back, and it is dropped: mine1, mine2, mine3, …\
                    """);
            assertThat(e.advice().orElseThrow()).contains("save elsewhere").contains("--on-drift force drops them");
        });

        assertThat(bench.dump()).isEqualTo(before);
        assertThat(bench.query("SELECT status FROM ferry.runs")).containsExactly("COMPLETED");
    }

    @Test
    void rows_that_were_kept_cannot_be_kept_without_their_table() {
        bench.insertTools("T", "a", "changed");
        bench.sql("UPDATE tool SET note = 'theirs' WHERE name = 'changed'");
        List<String> before = bench.dump();

        assertThatThrownBy(() -> bench.rollback("empty", DriftPolicy.KEEP))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("--on-drift keep cannot keep rows whose table is dropped")
                .hasMessageContaining("table tool has 1 row that no run takes back, and it is dropped: changed");

        assertThat(bench.dump()).isEqualTo(before);
        bench.rollback("T", DriftPolicy.KEEP);
        assertThatThrownBy(() -> bench.rollback("empty")).isInstanceOf(RefusalException.class);
        assertThat(bench.query("SELECT note FROM tool")).containsExactly("theirs");
    }

    @Test
    void force_drops_them_and_reports_how_many() {
        bench.sql("INSERT INTO tool (name) VALUES ('mine')");

        UndoResult result = bench.rollback("empty", DriftPolicy.FORCE);

        assertThat(result.drift()).singleElement().satisfies(drift -> {
            assertThat(drift.kind()).isEqualTo(Drift.Kind.REMAINING);
            assertThat(drift.table()).isEqualTo("tool");
            assertThat(drift.run()).isEmpty();
            assertThat(drift.sentence())
                    .isEqualTo("table tool has 1 row that no run takes back, and it is dropped: mine");
        });
        assertThat(bench.query("SELECT to_regclass('tool')")).containsExactly("null");
        bench.owner.update();
        assertThat(bench.query("SELECT count(*) FROM tool")).containsExactly("0");
    }

    @Test
    void tables_of_others_in_the_same_schema_are_left_alone() {
        bench.sql("CREATE TABLE theirs (id int)", "INSERT INTO theirs VALUES (1)");

        assertThat(bench.rollback("empty").drift()).isEmpty();

        assertThat(bench.query("SELECT id FROM theirs")).containsExactly("1");
    }

    @Test
    void what_depends_on_a_table_is_named_and_keeps_it() {
        bench.sql("CREATE VIEW names AS SELECT name FROM tool", "CREATE VIEW short AS SELECT left(name, 1) FROM names");
        bench.insertTools("T", "a");
        List<String> before = bench.dump();

        for (DriftPolicy policy : DriftPolicy.values()) {
            assertThatThrownBy(() -> bench.rollback("empty", policy))
                    .isInstanceOfSatisfying(RefusalException.class, e -> {
                        assertThat(e)
                                .hasMessageContaining("others depend on what would be dropped")
                                .hasMessageContaining("view names depends on table tool")
                                .hasMessageContaining("view short depends on view names");
                        assertThat(e.advice()).isPresent();
                    });
        }

        assertThat(bench.dump()).isEqualTo(before);
    }
}
