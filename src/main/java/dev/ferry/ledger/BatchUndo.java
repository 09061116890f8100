package dev.ferry.ledger;

import dev.ferry.failure.RefusalException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Takes one batch back: looks for drift first, with the rows locked, then deletes or restores all rows at once. */
final class BatchUndo {
    private final Connection connection;
    private final RunId run;
    private final Batch batch;
    private final TableShape table;
    private final DriftPolicy policy;
    private final List<Drift> drift;
    private final String join;
    /** Positions of the rows that stay as they are. */
    private final Set<Long> left = new TreeSet<>();

    BatchUndo(
            Connection connection,
            RunId run,
            Batch batch,
            TableShape table,
            DriftPolicy policy,
            List<Drift> drift) {
        this.connection = connection;
        this.run = run;
        this.batch = batch;
        this.table = table;
        this.policy = policy;
        this.drift = drift;
        this.join = table.keyJoin("t", "k", batch.keyColumns());
    }

    void undo(Undo.Counter counter) throws SQLException {
        try {
            long missing = findChanges();
            if (batch.action() == Batch.Action.INSERT) {
                findReferences();
                counter.deleted += delete(missing);
            } else {
                counter.restored += restore();
            }
        } catch (SQLException e) {
            throw forbidden("run " + run + ", table " + batch.table(), e);
        }
    }

    /** A constraint that stands in the way is a refusal that names it; anything else stays what it was. */
    static RuntimeException forbidden(String what, SQLException failure) throws SQLException {
        if (failure.getSQLState() != null && failure.getSQLState().startsWith("23")) {
            return new RefusalException(
                    "the rollback of " + what + " is forbidden by constraint "
                            + SqlFailure.constraint(failure).orElse("(unnamed)"),
                    "remove the rows that need it, or choose --on-drift keep");
        }
        throw failure;
    }

    /** Finds rows that changed or are gone; returns how many are gone. */
    private long findChanges() throws SQLException {
        String sql =
                """
                WITH k AS MATERIALIZED %s,
                     found AS MATERIALIZED (
                       SELECT k.n, hashtextextended((t.*)::text, 0) AS hash FROM k JOIN %s t ON %s FOR UPDATE OF t)
                SELECT k.n, %s AS key, found.n IS NULL AS missing
                FROM k LEFT JOIN found ON found.n = k.n
                WHERE found.n IS NULL OR found.hash <> k.hash
                ORDER BY k.n
                """
                        .formatted(batch.keys(), table.sqlName(), join, batch.keyText());
        long missing = 0;
        try (PreparedStatement statement = prepare(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                boolean gone = row.getBoolean("missing");
                missing += gone ? 1 : 0;
                add(
                        row.getString("key"),
                        gone ? Drift.Kind.MISSING : Drift.Kind.CHANGED,
                        gone ? "deleted since the run" : "changed since the run");
                if (policy == DriftPolicy.KEEP) {
                    left.add(row.getLong("n"));
                }
            }
        }
        return missing;
    }

    /** Finds rows that others hung on ours. A row that stays keeps the rows that it refers to, so look until no more do. */
    private void findReferences() throws SQLException {
        boolean foundMore = true;
        Set<Long> reported = new TreeSet<>();
        List<IncomingReference> references = IncomingReference.to(connection, table);
        while (foundMore) {
            foundMore = false;
            for (IncomingReference reference : references) {
                String sql = reference.find(batch, table);
                try (PreparedStatement statement = prepare(sql)) {
                    statement.setArray(3, connection.createArrayOf("bigint", left.toArray()));
                    if (reference.ofSameTable(table)) {
                        statement.setArray(4, connection.createArrayOf("bigint", left.toArray()));
                    }
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            long position = row.getLong("n");
                            if (reported.add(position)) {
                                add(row.getString("key"), Drift.Kind.REFERENCED, reference.detail(row.getLong("count")));
                            }
                            if (policy != DriftPolicy.FORCE) {
                                foundMore |= left.add(position);
                            }
                        }
                    }
                }
            }
        }
    }

    private long delete(long missing) throws SQLException {
        String sql =
                """
                WITH k AS MATERIALIZED %s
                DELETE FROM %s t USING k WHERE %s AND k.n <> ALL (?)
                """
                        .formatted(batch.keys(), table.sqlName(), join);
        try (PreparedStatement statement = prepare(sql)) {
            statement.setArray(3, connection.createArrayOf("bigint", left.toArray()));
            long deleted = statement.executeUpdate();
            long goneAndNotLeft = policy == DriftPolicy.KEEP ? 0 : missing;
            long expected = size() - left.size() - goneAndNotLeft;
            if (deleted != expected) {
                throw inexact(expected - deleted);
            }
            return deleted;
        }
    }

    /** Puts rows back as they were, and in again where they are gone. */
    private long restore() throws SQLException {
        String before =
                """
                WITH k AS MATERIALIZED %s,
                     b AS MATERIALIZED (
                       SELECT k.*, i.image, i.image::%s AS old
                       FROM k JOIN ferry.run_images i ON i.run_id = ? AND i.batch = ? AND i.position = k.n
                       WHERE k.n <> ALL (?))
                """
                        .formatted(batch.keys(), table.sqlName());
        String join = table.keyJoin("t", "b", batch.keyColumns());
        String update =
                """
                %s, changed AS (
                  UPDATE %s t SET (%s) = ROW(%s) FROM b WHERE %s AND (t.*)::text <> b.image
                  RETURNING (t.*)::text <> b.image AS inexact)
                SELECT count(*), count(*) FILTER (WHERE inexact) FROM changed
                """
                        .formatted(before, table.sqlName(), names(table.updatable(), ""), names(table.updatable(), "(b.old)."), join);
        String insert =
                """
                %s, gone AS (SELECT * FROM b WHERE NOT EXISTS (SELECT FROM %s t WHERE %s)),
                   added AS (
                     INSERT INTO %s AS t (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM gone b RETURNING (t.*)::text AS image)
                SELECT count(*), count(*) FILTER (WHERE NOT EXISTS (SELECT FROM gone WHERE gone.image = added.image))
                FROM added
                """
                        .formatted(before, table.sqlName(), join, table.sqlName(), names(table.insertable(), ""),
                                names(table.insertable(), "(b.old)."));
        Restored restored = restored(update);
        // A trigger that keeps updated_at takes an unchanged value for an unset one; after its turn the value differs.
        Restored again = restored.inexact() > 0 ? restored(update) : restored;
        Restored added = restored(insert);
        if (again.inexact() + added.inexact() > 0) {
            throw inexact(again.inexact() + added.inexact());
        }
        return restored.rows() + added.rows();
    }

    private static String names(List<TableShape.Column> columns, String prefix) {
        return columns.stream().map(column -> prefix + column.sqlName()).collect(Collectors.joining(", "));
    }

    private record Restored(long rows, long inexact) {}

    private Restored restored(String sql) throws SQLException {
        try (PreparedStatement statement = prepare(sql)) {
            statement.setString(3, run.value());
            statement.setLong(4, batch.number());
            statement.setArray(5, connection.createArrayOf("bigint", left.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Restored(row.getLong(1), row.getLong(2));
            }
        }
    }

    private long size() throws SQLException {
        try (PreparedStatement statement = prepare("SELECT count(*) FROM " + batch.keys() + " k");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private PreparedStatement prepare(String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setString(1, run.value());
        statement.setLong(2, batch.number());
        return statement;
    }

    private void add(String key, Drift.Kind kind, String detail) {
        drift.add(new Drift(run, batch.table(), key, kind, detail));
    }

    private RefusalException inexact(long rows) {
        return new RefusalException(
                rows + " rows of table " + batch.table() + " cannot be taken back exactly: a trigger stands in the way",
                "disable the table's own triggers for the rollback");
    }
}
