package dev.ferry.ledger;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes the clearing of a table back.
 *
 * <p>All rows come back in one statement, as all went in one: so foreign keys among them hold when they are checked, and
 * between clearings in reverse order the database is as it was between them.
 */
final class ClearingUndo {
    private final Connection connection;
    private final RunId run;
    private final Batch batch;
    private final TableShape table;
    private final DriftPolicy policy;
    private final List<Drift> drift;
    private final KeptRows kept;
    /** Positions of the rows that stay away. */
    private final Set<Long> left = new TreeSet<>();

    ClearingUndo(
            Connection connection,
            RunId run,
            Batch batch,
            TableShape table,
            DriftPolicy policy,
            List<Drift> drift,
            KeptRows kept) {
        this.connection = connection;
        this.run = run;
        this.batch = batch;
        this.table = table;
        this.policy = policy;
        this.drift = drift;
        this.kept = kept;
    }

    void undo(Undo.Counter counter) throws SQLException {
        try {
            leaveKept();
            boolean added = findAdded();
            BatchRestore restore = new BatchRestore(connection, run, batch, table);
            if (policy == DriftPolicy.FORCE) {
                counter.restored += added ? restore.restore(left) : restore.insert(left);
            } else {
                counter.restored += insertWhatCan(restore);
            }
        } catch (SQLException e) {
            throw BatchUndo.forbidden(policy, "run " + run + ", table " + batch.table(), e);
        }
    }

    /** What became of the row was found, and told, by a newer batch. */
    private void leaveKept() throws SQLException {
        Set<String> rows = kept.of(batch);
        if (rows.isEmpty()) {
            return;
        }
        String sql = "SELECT k.n FROM " + batch.keys() + " k WHERE " + table.exactKey("k", batch.keyColumns())
                + " = ANY (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run.value());
            statement.setArray(2, connection.createArrayOf("text", rows.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    left.add(row.getLong(1));
                }
            }
        }
    }

    /** Finds rows whose key is there again, and locks them; whether there are any. */
    private boolean findAdded() throws SQLException {
        String sql = """
                SELECT k.n, %s AS key, %s AS exact_key FROM %s k JOIN %s t ON %s WHERE k.n <> ALL (?)
                ORDER BY k.n FOR UPDATE OF t
                """.formatted(
                        batch.keyText("k"),
                        table.exactKey("k", batch.keyColumns()),
                        batch.keys(),
                        table.sqlName(),
                        table.keyJoin("t", "k", batch.keyColumns()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run.value());
            statement.setArray(2, positions());
            return found(statement, Drift.Kind.ADDED, "was added again");
        }
    }

    /** Looks for what stands in the way only where something does: the search costs more than the insert. */
    private long insertWhatCan(BatchRestore restore) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try {
            long inserted = restore.insert(left);
            connection.releaseSavepoint(savepoint);
            return inserted;
        } catch (SQLException e) {
            if (!BatchUndo.isConstraint(e)) {
                throw e;
            }
            connection.rollback(savepoint);
            findObstacles();
            return restore.insert(left);
        }
    }

    /** A row that stays away keeps away those that refer to it, so look until no more do. */
    private void findObstacles() throws SQLException {
        List<Obstacle> obstacles = Obstacle.of(connection, table);
        List<Obstacle> spreading = obstacles.stream().filter(Obstacle::spreads).toList();
        find(obstacles);
        boolean foundMore = true;
        while (foundMore) {
            foundMore = find(spreading);
        }
    }

    private boolean find(List<Obstacle> obstacles) throws SQLException {
        boolean foundAny = false;
        for (Obstacle obstacle : obstacles) {
            try (PreparedStatement statement = connection.prepareStatement(obstacle.find(batch, table))) {
                statement.setString(1, run.value());
                statement.setArray(2, positions());
                statement.setString(3, run.value());
                statement.setArray(4, positions());
                foundAny |= found(statement, obstacle.kind(), obstacle.detail());
            }
        }
        return foundAny;
    }

    private boolean found(PreparedStatement statement, Drift.Kind kind, String detail) throws SQLException {
        boolean any = false;
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                any = true;
                drift.add(new Drift(Optional.of(run), batch.table(), row.getString("key"), kind, detail));
                if (policy != DriftPolicy.FORCE) {
                    left.add(row.getLong("n"));
                    kept.add(batch, row.getString("exact_key"));
                }
            }
        }
        return any;
    }

    private Array positions() throws SQLException {
        return connection.createArrayOf("bigint", left.toArray());
    }
}
