package dev.ferry.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** A batch of rows that were just inserted, on its way into the ledger. */
record InsertedBatch(Connection connection, RunId run, long batch, String table, BatchKeys rows) {
    /**
     * Records the rows where all are found; gives how many were.
     *
     * @param hashes where their hashes are looked for
     * @param end takes note of where the last one is
     */
    long record(String hashes, TableEnd end) throws SQLException {
        String sql = """
                WITH found AS MATERIALIZED (
                  SELECT array_agg(t.hash ORDER BY k.n) AS hashes, max(t.place) AS last
                  FROM %s, %s
                ), batch AS (
                  INSERT INTO ferry.run_batches (run_id, batch, table_name, action, key_columns, keys, hashes, hashed)
                  SELECT ?, ?, ?, 'INSERT', ?, ?, hashes, 'VALUES' FROM found WHERE cardinality(hashes) = ?
                )
                SELECT coalesce(cardinality(hashes), 0), last FROM found
                """.formatted(rows.table(), hashes);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            TransactionLedger.planAnew(statement);
            int next = rows.setTable(statement, 1);
            statement.setString(next, run.value());
            statement.setLong(next + 1, batch);
            statement.setString(next + 2, table);
            statement.setInt(rows.setArrays(statement, next + 3), rows.rows().size());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                long found = result.getLong(1);
                if (found == rows.rows().size()) {
                    end.found(result.getString(2));
                }
                return found;
            }
        }
    }
}
