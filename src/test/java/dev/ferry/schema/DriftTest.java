package dev.ferry.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.Drift;
import dev.ferry.ledger.DriftPolicy;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriftTest {
    private final Bench bench = Bench.workshop();

    @BeforeEach
    void rows_that_drifted_in_each_way() {
        bench.sql("INSERT INTO tool (name, note, updated_at) "
                + "VALUES ('old', 'was', '2020-01-01'), ('gone', 'was', '2020-01-01')");
        bench.insertTools("new", "kept", "changed", "deleted", "referenced");
        bench.updateTools("edit", "is", "old", "gone");
        bench.sql(
                "UPDATE tool SET note = 'theirs' WHERE name IN ('changed', 'old')",
                "DELETE FROM tool WHERE name IN ('deleted', 'gone')",
                "INSERT INTO part VALUES ('2026-01-01', 1, 'referenced')");
    }

    @Test
    void abort_lists_all_drift_of_all_runs_and_changes_nothing() {
        List<String> before = bench.dump();
        List<String> ledger = bench.query("SELECT (b.*)::text FROM ferry.run_batches b ORDER BY 1");

        assertThatThrownBy(() -> bench.rollback("new"))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("no longer as the runs left them (5 differences)")
                .hasMessageContaining("\n  tool 'old' was changed since run 2026")
                .hasMessageContaining("\n  tool 'gone' was deleted since run 2026")
                .hasMessageContaining("\n  tool 'changed' was changed since run 2026")
                .hasMessageContaining("\n  tool 'deleted' was deleted since run 2026")
                .hasMessageContaining("tool 'referenced' is referred to by 1 row of workshop.part "
                        + "that the run did not write (part_tool_fkey) since run 2026")
                .hasMessageNotContaining("theirs");

        assertThat(bench.dump()).isEqualTo(before);
        assertThat(bench.query("SELECT (b.*)::text FROM ferry.run_batches b ORDER BY 1"))
                .isEqualTo(ledger);
        assertThat(bench.query("SELECT DISTINCT status FROM ferry.runs")).containsExactly("COMPLETED");
    }

    @Test
    void keep_leaves_the_rows_that_drifted_and_takes_the_others_back() {
        UndoResult result = bench.rollback("new", DriftPolicy.KEEP);

        assertThat(result.drift())
                .extracting(Drift::kind)
                .containsExactlyInAnyOrder(
                        Drift.Kind.CHANGED,
                        Drift.Kind.MISSING,
                        Drift.Kind.CHANGED,
                        Drift.Kind.MISSING,
                        Drift.Kind.HELD);
        assertThat(bench.query("SELECT name || ' ' || note FROM tool ORDER BY 1"))
                .containsExactly("changed theirs", "old theirs", "referenced new");
    }

    @Test
    void force_takes_later_changes_back_too() {
        bench.sql("DELETE FROM part");

        UndoResult result = bench.rollback("new", DriftPolicy.FORCE);

        assertThat(result.drift()).hasSize(4);
        assertThat(bench.query("SELECT name || ' ' || note || ' ' || updated_at FROM tool ORDER BY 1"))
                .containsExactly("gone was 2020-01-01 00:00:00+00", "old was 2020-01-01 00:00:00+00");
    }

    @Test
    void force_is_refused_where_a_constraint_forbids_it_and_changes_nothing() {
        List<String> before = bench.dump();

        assertThatThrownBy(() -> bench.rollback("new", DriftPolicy.FORCE))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("part_tool_fkey");

        assertThat(bench.dump()).isEqualTo(before);
    }

    @Test
    void keep_is_refused_where_a_constraint_forbids_it_and_does_not_advise_itself() {
        Bench workshop = Bench.workshop();
        workshop.insertTools("old", "a", "b");
        workshop.sql("UPDATE tool SET note = name", "CREATE UNIQUE INDEX note_key ON tool (note)");
        workshop.updateTools("new", "changed", "a");
        workshop.sql("UPDATE tool SET note = 'a' WHERE name = 'b'");
        List<String> before = workshop.dump();

        assertThatThrownBy(() -> workshop.rollback("new", DriftPolicy.KEEP))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        e -> assertThat(e.advice().orElseThrow()).doesNotContain("--on-drift keep"))
                .hasMessageContaining("note_key");

        assertThat(workshop.dump()).isEqualTo(before);
    }

    @Test
    void abort_promises_force_only_where_force_would_not_be_refused() {
        assertThatThrownBy(() -> bench.rollback("new"))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        e -> assertThat(e.advice().orElseThrow())
                                .contains("--on-drift keep leaves these rows")
                                .contains("--on-drift force would be refused, too"));

        bench.sql("DELETE FROM part");

        assertThatThrownBy(() -> bench.rollback("new"))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        e -> assertThat(e.advice())
                                .contains("--on-drift keep leaves these rows as they are; "
                                        + "--on-drift force takes later changes back, too"));
    }

    @Test
    void rows_of_another_schema_that_a_cascade_would_delete_are_drift() {
        bench.rollback("edit", DriftPolicy.FORCE);
        bench.insertTools("cascade", "hung");
        bench.sql(
                "CREATE SCHEMA others",
                "CREATE TABLE others.loan (tool varchar(40) REFERENCES workshop.tool ON DELETE CASCADE)",
                "INSERT INTO others.loan VALUES ('hung')");

        assertThatThrownBy(() -> bench.rollback("cascade"))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("1 row of others.loan");
        assertThat(bench.rollback("cascade", DriftPolicy.KEEP).drift()).hasSize(1);
        assertThat(bench.query("SELECT tool FROM others.loan")).containsExactly("hung");
    }

    @Test
    void a_row_that_is_kept_keeps_the_rows_that_it_refers_to() {
        List<String> key = List.of("day", "number");
        bench.run("chain", (connection, ledger) -> {
            Bench.execute(connection, "INSERT INTO tool (name) VALUES ('base'), ('other')");
            ledger.inserted("tool", List.of("name"), Bench.keys("base", "other"));
            Bench.execute(
                    connection,
                    "INSERT INTO part VALUES ('2026-02-01', 1, NULL, NULL, NULL), "
                            + "('2026-02-01', 2, 'base', 1, '2026-02-01'), "
                            + "('2026-02-01', 3, 'other', 2, '2026-02-01')");
            ledger.inserted(
                    "part",
                    key,
                    List.of(List.of("2026-02-01", "1"), List.of("2026-02-01", "2"), List.of("2026-02-01", "3")));
        });
        bench.sql("UPDATE part SET tool = 'base' WHERE number = 3");

        bench.rollback("chain", DriftPolicy.KEEP);

        assertThat(bench.query("SELECT number FROM part WHERE day = '2026-02-01' ORDER BY 1"))
                .containsExactly("1", "2", "3");
        assertThat(bench.query("SELECT name FROM tool WHERE name IN ('base', 'other')"))
                .containsExactly("base");
    }
}
