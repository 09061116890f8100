package dev.ferry.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.Drift;
import dev.ferry.ledger.DriftPolicy;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows that others added or changed after a run that cleared their table. */
class ClearingDriftTest {
    private static final List<String> ID = List.of("id");
    private static final String MEMBERS = "SELECT id || ' ' || email FROM member ORDER BY id";
    private static final String LOANS = "SELECT id || ' ' || member || ' ' || coalesce(after, 0) FROM loan ORDER BY id";

    private final Bench bench = Bench.workshop();

    @BeforeEach
    void a_run_that_clears_and_inserts() {
        bench.sql(
                "CREATE TABLE member (id int PRIMARY KEY, email text CONSTRAINT member_email UNIQUE)",
                "CREATE TABLE loan (id int PRIMARY KEY, member int CONSTRAINT loan_member REFERENCES member, "
                        + "after int CONSTRAINT loan_after REFERENCES loan)",
                "INSERT INTO member VALUES (1, 'one'), (2, 'two'), (3, 'three')",
                "INSERT INTO loan VALUES (10, 1, NULL), (11, 2, 10), (20, 2, NULL), (21, 2, 20)");
        bench.run("T", (connection, ledger) -> {
            ledger.clear("loan", ID);
            ledger.clear("member", ID);
            Bench.execute(connection, "INSERT INTO member VALUES (1, 'new one'), (101, 'one'), (102, 'two')");
            ledger.inserted("member", ID, Bench.keys("1", "101", "102"));
        });
    }

    @Test
    void without_drift_all_is_as_it_was_and_rows_of_others_stay() {
        bench.sql("INSERT INTO member VALUES (7, 'seven')", "INSERT INTO loan VALUES (70, 7, NULL)");

        assertThat(bench.rollback("T").drift()).isEmpty();

        assertThat(bench.query(MEMBERS)).containsExactly("1 one", "2 two", "3 three", "7 seven");
        assertThat(bench.query(LOANS)).containsExactly("10 1 0", "11 2 10", "20 2 0", "21 2 20", "70 7 0");
    }

    @Test
    void abort_lists_a_row_that_was_added_again_and_changes_nothing() {
        bench.sql("INSERT INTO member VALUES (3, 'third')");
        List<String> before = bench.dump();

        assertThatThrownBy(() -> bench.rollback("T"))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        e -> assertThat(e.advice())
                                .hasValueSatisfying(
                                        advice -> assertThat(advice).contains("--on-drift force takes later")))
                .hasMessageContaining("(1 difference)")
                .hasMessageContaining("\n  member '3' was added again since run 2026");

        assertThat(bench.dump()).isEqualTo(before);
    }

    @Test
    void keep_leaves_a_row_that_was_added_again() {
        bench.sql("INSERT INTO member VALUES (3, 'third')");

        UndoResult result = bench.rollback("T", DriftPolicy.KEEP);

        assertThat(result.drift()).extracting(Drift::kind).containsExactly(Drift.Kind.ADDED);
        assertThat(bench.query(MEMBERS)).containsExactly("1 one", "2 two", "3 third");
        assertThat(bench.query(LOANS)).hasSize(4);
    }

    @Test
    void force_gives_a_row_that_was_added_again_its_old_values() {
        bench.sql("INSERT INTO member VALUES (3, 'third')", "INSERT INTO loan VALUES (70, 3, NULL)");

        UndoResult result = bench.rollback("T", DriftPolicy.FORCE);

        assertThat(result.drift()).extracting(Drift::kind).containsExactly(Drift.Kind.ADDED);
        assertThat(result.entities())
                .filteredOn(count -> count.entity().equals("member"))
                .singleElement()
                .satisfies(count -> assertThat(count.updated()).isEqualTo(3));
        assertThat(bench.query(MEMBERS)).containsExactly("1 one", "2 two", "3 three");
        assertThat(bench.query(LOANS)).hasSize(5);
    }

    @Test
    void keep_leaves_away_rows_whose_place_is_taken_and_those_that_refer_to_them() {
        bench.sql("INSERT INTO loan VALUES (70, 101, NULL)");

        UndoResult result = bench.rollback("T", DriftPolicy.KEEP);

        assertThat(result.drift())
                .extracting(Drift::sentence)
                .satisfiesExactly(
                        held -> assertThat(held).startsWith("member '101' is referred to by 1 row of workshop.loan"),
                        taken -> assertThat(taken)
                                .startsWith("member '1' lost its place to a row with the same email since"),
                        orphan -> assertThat(orphan)
                                .startsWith("loan '10' refers to a row of")
                                .contains("(loan_member)"),
                        next -> assertThat(next)
                                .startsWith("loan '11' refers to a row of")
                                .contains("(loan_after)"));
        assertThat(bench.query(MEMBERS)).containsExactly("2 two", "3 three", "101 one");
        assertThat(bench.query(LOANS)).containsExactly("20 2 0", "21 2 20", "70 101 0");
    }

    @Test
    void force_is_refused_where_the_place_of_a_row_is_taken_and_abort_says_so() {
        bench.sql("INSERT INTO member VALUES (7, 'three')");
        List<String> before = bench.dump();

        assertThatThrownBy(() -> bench.rollback("T", DriftPolicy.FORCE))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("member_email");
        assertThatThrownBy(() -> bench.rollback("T"))
                .isInstanceOfSatisfying(
                        RefusalException.class,
                        e -> assertThat(e.advice())
                                .hasValueSatisfying(
                                        advice -> assertThat(advice).contains("force would be refused, too")))
                .hasMessageContaining("member '3' lost its place");

        assertThat(bench.dump()).isEqualTo(before);
    }

    @Test
    void a_row_that_others_changed_or_deleted_since_stays_so_and_is_told_once() {
        bench.sql("UPDATE member SET email = 'mine' WHERE id = 1");
        UndoResult result = bench.rollback("T", DriftPolicy.KEEP);
        assertThat(result.drift()).extracting(Drift::kind).containsExactly(Drift.Kind.CHANGED);
        assertThat(bench.query(MEMBERS)).containsExactly("1 mine", "2 two", "3 three");

        bench.run("T", (connection, ledger) -> {
            ledger.clear("loan", ID);
            ledger.clear("member", ID);
            Bench.execute(connection, "INSERT INTO member VALUES (3, 'three')");
            ledger.inserted("member", ID, Bench.keys("3"));
        });
        bench.sql("DELETE FROM member");
        UndoResult second = bench.rollback("T", DriftPolicy.KEEP);
        assertThat(second.drift()).extracting(Drift::kind).containsExactly(Drift.Kind.MISSING);
        assertThat(bench.query(MEMBERS)).containsExactly("1 mine", "2 two");
    }
}
