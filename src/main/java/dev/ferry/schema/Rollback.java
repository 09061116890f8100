package dev.ferry.schema;

import dev.ferry.failure.RefusalException;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.Drift;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.LockState;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunLedger;
import dev.ferry.ledger.RunStatus;
import dev.ferry.ledger.Undo;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One rollback: finds what lies behind the goal in the changelog table, and has Liquibase take it back in reverse
 * order.
 */
final class Rollback {
    private final Connection connection;
    private final Changelog changelog;

    Rollback(Connection connection, Changelog changelog) {
        this.connection = connection;
        this.changelog = changelog;
    }

    UndoPlan plan(RollbackGoal goal) throws SQLException {
        return planOf(goal, rows(goal));
    }

    UndoResult run(UndoPlan plan, DriftPolicy policy) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Nobody adds a row while we take rows away; plain Liquibase included.
            statement.execute("LOCK TABLE " + changelog.schemaSql() + ".databasechangelog IN SHARE ROW EXCLUSIVE MODE");
        }
        List<HistoryRow> rows = rows(plan.goal());
        if (!planOf(plan.goal(), rows).equals(plan)) {
            throw new RefusalException(
                    "the schema has changed since the rollback was planned", "look at the new plan and decide again");
        }
        Undo undo = new Undo(connection, changelog.schema(), policy);
        DroppedTables dropped = new DroppedTables(connection, changelog);
        RunChangeSet.Undo undoRun = row -> {
            if (!row.ofRunTag()) {
                undo.run(row.run());
            }
        };
        try {
            new LiquibaseSession(connection, changelog).rollback(rows, undoRun, dropped);
        } catch (RuntimeException e) {
            // What stands in the way may be drift that was found before; then that is what has to be told.
            DriftRefusal.check(policy, drift(undo, dropped));
            throw e;
        }
        List<Drift> drift = drift(undo, dropped);
        DriftRefusal.check(policy, drift);
        return new UndoResult(plan, undo.counts(), drift);
    }

    private static List<Drift> drift(Undo undo, DroppedTables dropped) {
        return Stream.concat(undo.drift().stream(), dropped.drift().stream()).toList();
    }

    private List<HistoryRow> rows(RollbackGoal goal) throws SQLException {
        Map<RunId, Run> runs = runs();
        if (goal instanceof RollbackGoal.BeforeRun before) {
            requireKept(before.run(), runs);
        }
        return history().after(goal);
    }

    private UndoPlan planOf(RollbackGoal goal, List<HistoryRow> rows) {
        Map<RunId, Run> known = runs();
        List<Run> runs = new ArrayList<>();
        List<String> changesets = new ArrayList<>();
        for (HistoryRow row : rows) {
            if (!row.ofRun()) {
                changesets.add(row.id());
            } else if (!row.ofRunTag()) {
                runs.add(requireKept(row.run(), known));
            }
        }
        return new UndoPlan(goal, runs, changesets);
    }

    private static Run requireKept(RunId id, Map<RunId, Run> runs) {
        Run run = runs.get(id);
        if (run == null) {
            throw new UsageException(
                    "the ledger knows no run " + id + " in this schema",
                    runs.isEmpty()
                            ? "it knows no run at all"
                            : "it knows "
                                    + runs.keySet().stream().map(RunId::value).collect(Collectors.joining(", ")));
        }
        if (run.status() == RunStatus.ROLLED_BACK) {
            throw new UsageException("run " + id + " is rolled back already", null);
        }
        if (!run.isKept()) {
            throw new UsageException(
                    "run " + id + " never completed (" + run.status()
                            + ") and nothing of it is kept, so there is nothing to" + " take back",
                    null);
        }
        return run;
    }

    private Map<RunId, Run> runs() {
        return RunLedger.runs(connection, changelog.schema(), LockState.HELD).stream()
                .collect(Collectors.toMap(Run::id, Function.identity()));
    }

    private History history() throws SQLException {
        return History.read(connection, changelog);
    }
}
