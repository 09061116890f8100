package dev.ferry.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.RefusalException;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.Drift;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.ledger.RunId;
import java.util.List;
import org.junit.jupiter.api.Test;

class RollbackTest {
    private final Bench bench = Bench.workshop();

    @Test
    void a_run_that_inserted_leaves_the_schema_as_it_was_to_the_byte() {
        bench.sql("INSERT INTO tool (name) VALUES ('theirs')");
        List<String> before = bench.dump();
        bench.insertTools("T", "a", "b");
        assertThat(bench.query("SELECT name FROM tool ORDER BY 1")).containsExactly("a", "b", "theirs");

        UndoResult result = bench.rollback("T");

        assertThat(bench.dump()).isEqualTo(before);
        assertThat(result.entities()).singleElement().satisfies(count -> {
            assertThat(count.entity()).isEqualTo("tool");
            assertThat(count.deleted()).isEqualTo(2);
        });
        assertThat(result.plan().runs()).hasSize(1);
    }

    @Test
    void a_run_that_updated_leaves_every_value_as_it_was_to_the_byte() {
        bench.sql("""
                INSERT INTO tool (name, note, price, doc, raw, tags, blob, made, span, size, updated_at) VALUES
                  ('all', E'quote " and '' and \\\\ and (,) and \\n line', 1.00, 'null', '{"a":  1, "a": 2}',
                   ARRAY['x,y', NULL, 'NULL', '{}', 'q"'], '\\x00ff',
                   '2026-01-02 03:04:05.678901+09', '1 mon -2 days', 0.30000000000000004,
                   '2020-01-01 00:00:00.000001+00'),
                  ('none', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2020-01-01'),
                  ('empty', '', 'NaN', '{"n": 1.10}', 'null', '{}', '', 'infinity', '0', '-0', '2020-01-01')
                """);
        List<String> before = bench.dump();
        bench.run("T", (connection, ledger) -> {
            ledger.updating("tool", List.of("name"), Bench.keys("all", "none", "empty"));
            Bench.execute(
                    connection,
                    "UPDATE tool SET note = 'n', price = 1.0, doc = '{}', raw = '1', tags = '{a}', blob = 'b', "
                            + "made = now(), span = '1 day', size = 7");
            ledger.updated("tool", List.of("name"), Bench.keys("all", "none", "empty"));
        });
        assertThat(bench.dump()).isNotEqualTo(before);

        UndoResult result = bench.rollback("T");

        assertThat(bench.dump()).isEqualTo(before);
        assertThat(result.entities())
                .singleElement()
                .satisfies(count -> assertThat(count.updated()).isEqualTo(3));
    }

    @Test
    void several_runs_go_newest_first_and_each_row_gets_its_oldest_value_back() {
        List<String> before = bench.dump();
        RunId first = bench.insertTools("one", "a", "b");
        List<String> afterFirst = bench.dump();
        bench.updateTools("two", "changed", "a");
        bench.updateTools("three", "again", "a", "b");

        assertThat(bench.owner.plan(new RollbackGoal.BeforeRun(first)).runs()).hasSize(3);
        bench.rollback("two");
        assertThat(bench.dump()).isEqualTo(afterFirst);

        bench.owner.rollback(bench.owner.plan(new RollbackGoal.NewestRun()), DriftPolicy.ABORT);
        assertThat(bench.dump()).isEqualTo(before);
        assertThat(bench.query("SELECT status FROM ferry.runs")).containsOnly("ROLLED_BACK");
        assertThat(bench.query("SELECT 1 FROM ferry.run_batches UNION ALL SELECT 1 FROM ferry.run_images"))
                .isEmpty();
    }

    @Test
    void a_tag_can_be_used_again_once_its_run_is_taken_back() {
        bench.insertTools("T", "a");
        assertThatThrownBy(() -> bench.insertTools("t", "b"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("tag 't' exists already");
        assertThat(bench.query("SELECT name FROM tool")).containsExactly("a");

        bench.rollback("t");
        bench.insertTools("t", "b");

        assertThat(bench.query("SELECT name FROM tool")).containsExactly("b");
    }

    @Test
    void unknown_and_ambiguous_tags_are_refused_with_the_tags_that_exist() {
        bench.insertTools("mine", "a");
        assertThatThrownBy(() -> bench.rollback("yours")).isInstanceOfSatisfying(UsageException.class, e -> {
            assertThat(e).hasMessage("there is no tag 'yours' in this schema");
            assertThat(e.advice()).contains("the tags are empty, schema-1, mine");
        });

        bench.sql("UPDATE databasechangelog SET tag = 'MINE' WHERE id = 'tables'");
        assertThatThrownBy(() -> bench.rollback("Mine")).hasMessageContaining("ambiguous: 2 changesets");
        assertThat(bench.owner.plan(new RollbackGoal.ToTag("mine")).runs()).hasSize(1);
    }

    @Test
    void runs_that_are_unknown_taken_back_or_never_completed_are_refused() {
        RunId run = bench.insertTools("T", "a");
        bench.rollback("T");
        assertThatThrownBy(() -> bench.owner.plan(new RollbackGoal.BeforeRun(run)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("rolled back already");
        assertThatThrownBy(() -> bench.owner.plan(new RollbackGoal.BeforeRun(new RunId("20260101T000000Z-0000"))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no run 20260101T000000Z-0000");
        assertThatThrownBy(() -> bench.owner.plan(new RollbackGoal.NewestRun()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("no run to take back");
        var started = bench.newRun();
        new dev.ferry.ledger.RunLedger(bench.database, bench.schema).start(started);
        assertThatThrownBy(() -> bench.owner.plan(new RollbackGoal.BeforeRun(started.id())))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("never completed");
    }

    @Test
    void a_plan_that_is_out_of_date_is_refused() {
        bench.insertTools("one", "a");
        UndoPlan plan = bench.owner.plan(new RollbackGoal.NewestRun());
        bench.insertTools("two", "b");

        assertThatThrownBy(() -> bench.owner.rollback(plan, DriftPolicy.FORCE))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("changed since the rollback was planned");
        assertThat(bench.query("SELECT name FROM tool ORDER BY 1")).containsExactly("a", "b");
    }

    @Test
    void the_key_of_a_row_may_have_several_columns_of_any_type() {
        bench.insertTools("tools", "a");
        List<String> before = bench.dump();
        List<String> key = List.of("day", "number");
        List<List<String>> keys = List.of(List.of("2026-01-02", "1"), List.of("2026-01-02", "2"));
        bench.run("parts", (connection, ledger) -> {
            Bench.execute(
                    connection,
                    "INSERT INTO part VALUES ('2026-01-02', 1, 'a', 2, '2026-01-02'), "
                            + "('2026-01-02', 2, 'a', NULL, NULL)");
            ledger.inserted("part", key, keys);
        });
        bench.run("more", (connection, ledger) -> {
            ledger.updating("part", key, keys.subList(1, 2));
            Bench.execute(connection, "UPDATE part SET tool = NULL WHERE number = 2");
            ledger.updated("part", key, keys.subList(1, 2));
        });

        UndoResult result = bench.rollback("parts");

        assertThat(bench.dump()).isEqualTo(before);
        assertThat(result.drift()).isEmpty();
    }

    @Test
    void a_number_that_differs_only_in_its_scale_is_drift() {
        bench.insertTools("T", "a");
        bench.run("price", (connection, ledger) -> {
            ledger.updating("tool", List.of("name"), Bench.keys("a"));
            Bench.execute(connection, "UPDATE tool SET price = 1.0");
            ledger.updated("tool", List.of("name"), Bench.keys("a"));
        });
        bench.sql("SET session_replication_role = replica", "UPDATE tool SET price = 1.00");

        assertThat(bench.rollback("price", DriftPolicy.FORCE).drift())
                .singleElement()
                .satisfies(drift -> assertThat(drift.kind()).isEqualTo(Drift.Kind.CHANGED));
        assertThat(bench.query("SELECT price FROM tool")).containsExactly("null");
    }

    @Test
    void updated_at_comes_back_even_where_the_run_did_not_change_it() {
        bench.sql("INSERT INTO tool (name, note, updated_at) VALUES ('a', 'was', '2020-01-01')");
        List<String> before = bench.dump();
        bench.run("T", (connection, ledger) -> {
            Bench.execute(connection, "SET LOCAL session_replication_role = replica");
            ledger.updating("tool", List.of("name"), Bench.keys("a"));
            Bench.execute(connection, "UPDATE tool SET note = 'is'");
            ledger.updated("tool", List.of("name"), Bench.keys("a"));
        });

        assertThat(bench.rollback("T").entities().get(0).updated()).isEqualTo(1);

        assertThat(bench.dump()).isEqualTo(before);
    }

    @Test
    void a_trigger_that_makes_it_inexact_is_refused() {
        bench.sql("INSERT INTO tool (name, note) VALUES ('a', 'was')");
        bench.updateTools("T", "is", "a");
        bench.sql(
                "CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS "
                        + "$$BEGIN NEW.note := 'spoilt'; RETURN NEW; END$$",
                "CREATE TRIGGER spoil BEFORE UPDATE ON tool FOR EACH ROW EXECUTE FUNCTION spoil()");

        assertThatThrownBy(() -> bench.rollback("T"))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("1 row of table tool cannot be taken back exactly");
        assertThat(bench.query("SELECT note FROM tool")).containsExactly("is");
    }
}
