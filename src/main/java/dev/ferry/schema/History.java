package dev.ferry.schema;

import dev.ferry.failure.UsageException;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.ledger.RunId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All rows of a changelog table in the order in which they were executed.
 *
 * <p>That is ORDEREXECUTED alone. Liquibase sorts by DATEEXECUTED first, and that is written in the time zone of
 * whoever ran it: a changeset from New York then comes before one that was executed hours earlier in UTC.
 *
 * @param rows oldest first
 */
record History(List<HistoryRow> rows) {
    History {
        rows = List.copyOf(rows);
    }

    /** The rows of a schema; none where it has no changelog table. */
    static History read(Connection connection, Changelog changelog) throws SQLException {
        List<HistoryRow> rows = new ArrayList<>();
        if (!new ChangelogState(connection, changelog).hasHistory()) {
            return new History(rows);
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id, author, filename, tag, orderexecuted FROM "
                        + changelog.schemaSql()
                        + ".databasechangelog ORDER BY orderexecuted")) {
            while (row.next()) {
                rows.add(new HistoryRow(
                        row.getString("id"),
                        row.getString("author"),
                        row.getString("filename"),
                        Optional.ofNullable(row.getString("tag")),
                        row.getInt("orderexecuted")));
            }
        }
        return new History(rows);
    }

    /**
     * The rows that a rollback takes back, newest first.
     *
     * @throws UsageException where there is no such run or tag
     */
    List<HistoryRow> after(RollbackGoal goal) {
        List<HistoryRow> range = new ArrayList<>(rows.subList(start(goal), rows.size()));
        Collections.reverse(range);
        return List.copyOf(range);
    }

    private int start(RollbackGoal goal) {
        if (goal instanceof RollbackGoal.ToTag toTag) {
            int tagged = tagged(toTag.tag());
            // A run's tag names the state before the run, any other the state after the row that carries it.
            return rows.get(tagged).ofRunTag() ? tagged : tagged + 1;
        }
        if (goal instanceof RollbackGoal.BeforeRun before) {
            return tagOf(before.run());
        }
        HistoryRow newest =
                newestRun().orElseThrow(() -> new UsageException("there is no run to take back in this schema", null));
        return tagOf(newest.run());
    }

    private Optional<HistoryRow> newestRun() {
        return rows.stream().filter(row -> row.ofRun() && !row.ofRunTag()).reduce((older, newer) -> newer);
    }

    private int tagOf(RunId run) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).ofRun() && rows.get(i).id().endsWith(run.value())) {
                return i;
            }
        }
        throw new UsageException(
                "run " + run + " has no row in the schema's changelog table, so there is nothing to roll back to",
                null);
    }

    private int tagged(String tag) {
        List<Integer> exact = positions(tag::equals);
        List<Integer> found = exact.isEmpty() ? positions(tag::equalsIgnoreCase) : exact;
        if (found.size() == 1) {
            return found.get(0);
        }
        List<String> tags = rows.stream().flatMap(row -> row.tag().stream()).toList();
        String there = tags.isEmpty() ? "there are no tags" : "the tags are " + String.join(", ", tags);
        throw new UsageException(
                found.isEmpty()
                        ? "there is no tag '" + tag + "' in this schema"
                        : "tag '" + tag + "' is ambiguous: " + found.size() + " changesets carry it",
                there);
    }

    private List<Integer> positions(Predicate<String> wanted) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).tag().filter(wanted).isPresent()) {
                found.add(i);
            }
        }
        return found;
    }
}
