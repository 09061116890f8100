package dev.ferry.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the rows of a batch that updated or deleted back as they were, and in again where they are gone. */
final class BatchRestore {
    private final Connection connection;
    private final RunId run;
    private final Batch batch;
    private final TableShape table;
    private final String join;

    BatchRestore(Connection connection, RunId run, Batch batch, TableShape table) {
        this.connection = connection;
        this.run = run;
        this.batch = batch;
        this.table = table;
        this.join = table.keyJoin("t", "b", batch.keyColumns());
    }

    /** Restores all rows but those at these positions; returns how many were not as before. */
    long restore(Set<Long> left) throws SQLException {
        return overwrite(left) + insert(left);
    }

    private long overwrite(Set<Long> left) throws SQLException {
        String update = """
                WITH b AS MATERIALIZED (SELECT * FROM %s b WHERE b.n <> ALL (?)),
                     changed AS (
                       UPDATE %s t SET (%s) = ROW(%s) FROM b WHERE %s AND (t.*)::text <> b.image
                       RETURNING (t.*)::text <> b.image AS inexact)
                SELECT count(*), count(*) FILTER (WHERE inexact) FROM changed
                """.formatted(
                        batch.before(table),
                        table.sqlName(),
                        names(table.updatable(), ""),
                        names(table.updatable(), "(b.old)."),
                        join);
        Restored restored = restored(update, left);
        // A trigger that keeps updated_at takes an unchanged value for an unset one; after its turn the value differs.
        requireExact(restored.inexact() > 0 ? restored(update, left) : restored);
        return restored.rows();
    }

    /**
     * Puts in the rows that are gone; foreign keys among them are checked when all are there. What came in is compared
     * with EXCEPT ALL, since a join of two sets without statistics may be planned as a loop.
     */
    long insert(Set<Long> left) throws SQLException {
        String insert = """
                WITH gone AS MATERIALIZED (
                       SELECT * FROM %1$s b WHERE b.n <> ALL (?) AND NOT EXISTS (SELECT FROM %2$s t WHERE %3$s OFFSET 0)),
                     added AS (
                       INSERT INTO %2$s AS t (%4$s) OVERRIDING SYSTEM VALUE SELECT %5$s FROM gone b
                       RETURNING (t.*)::text AS image)
                SELECT (SELECT count(*) FROM added),
                       (SELECT count(*) FROM (SELECT image FROM gone EXCEPT ALL SELECT image FROM added) inexact)
                """.formatted(
                        batch.before(table),
                        table.sqlName(),
                        join,
                        names(table.insertable(), ""),
                        names(table.insertable(), "(b.old)."));
        return requireExact(restored(insert, left)).rows();
    }

    private Restored requireExact(Restored restored) {
        if (restored.inexact() > 0) {
            throw BatchUndo.inexact(batch, restored.inexact());
        }
        return restored;
    }

    private static String names(List<TableShape.Column> columns, String prefix) {
        return columns.stream().map(column -> prefix + column.sqlName()).collect(Collectors.joining(", "));
    }

    private record Restored(long rows, long inexact) {}

    private Restored restored(String sql, Set<Long> left) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run.value());
            statement.setArray(2, connection.createArrayOf("bigint", left.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Restored(row.getLong(1), row.getLong(2));
            }
        }
    }
}
