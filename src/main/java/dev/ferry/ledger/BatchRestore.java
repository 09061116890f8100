package dev.ferry.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts the rows of an update batch back as they were, and in again where they are gone. */
final class BatchRestore {
    private final Connection connection;
    private final RunId run;
    private final Batch batch;
    private final TableShape table;

    BatchRestore(Connection connection, RunId run, Batch batch, TableShape table) {
        this.connection = connection;
        this.run = run;
        this.batch = batch;
        this.table = table;
    }

    /** Restores all rows but those at these positions; returns how many were not as before. */
    long restore(Set<Long> left) throws SQLException {
        String before = """
                WITH k AS MATERIALIZED %s,
                     b AS MATERIALIZED (
                       SELECT k.*, i.image, i.image::%s AS old
                       FROM k JOIN ferry.run_images i ON i.run_id = ? AND i.batch = ? AND i.position = k.n
                       WHERE k.n <> ALL (?))
                """.formatted(batch.keys(), table.sqlName());
        String join = table.keyJoin("t", "b", batch.keyColumns());
        String update = """
                %s, changed AS (
                  UPDATE %s t SET (%s) = ROW(%s) FROM b WHERE %s AND (t.*)::text <> b.image
                  RETURNING (t.*)::text <> b.image AS inexact)
                SELECT count(*), count(*) FILTER (WHERE inexact) FROM changed
                """.formatted(
                before, table.sqlName(), names(table.updatable(), ""), names(table.updatable(), "(b.old)."), join);
        String insert = """
                %s, gone AS (SELECT * FROM b WHERE NOT EXISTS (SELECT FROM %s t WHERE %s)),
                   added AS (
                     INSERT INTO %s AS t (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM gone b
                     RETURNING (t.*)::text AS image)
                SELECT count(*), count(*) FILTER (WHERE NOT EXISTS (SELECT FROM gone WHERE gone.image = added.image))
                FROM added
                """.formatted(
                        before,
                        table.sqlName(),
                        join,
                        table.sqlName(),
                        names(table.insertable(), ""),
                        names(table.insertable(), "(b.old)."));
        Restored restored = restored(update, left);
        // A trigger that keeps updated_at takes an unchanged value for an unset one; after its turn the value differs.
        Restored again = restored.inexact() > 0 ? restored(update, left) : restored;
        Restored added = restored(insert, left);
        if (again.inexact() + added.inexact() > 0) {
            throw BatchUndo.inexact(batch, again.inexact() + added.inexact());
        }
        return restored.rows() + added.rows();
    }

    private static String names(List<TableShape.Column> columns, String prefix) {
        return columns.stream().map(column -> prefix + column.sqlName()).collect(Collectors.joining(", "));
    }

    private record Restored(long rows, long inexact) {}

    private Restored restored(String sql, Set<Long> left) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, run.value());
            statement.setLong(2, batch.number());
            statement.setString(3, run.value());
            statement.setLong(4, batch.number());
            statement.setArray(5, connection.createArrayOf("bigint", left.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Restored(row.getLong(1), row.getLong(2));
            }
        }
    }
}
