package dev.ferry.ledger;

import dev.ferry.database.SqlFailure;
import dev.ferry.failure.RefusalException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Takes one batch back: looks for drift first, with the rows locked, then deletes or restores all rows at once. */
final class BatchUndo {
    private final Connection connection;
    private final RunId run;
    private final Batch batch;
    private final TableShape table;
    private final DriftPolicy policy;
    private final List<Drift> drift;
    private final KeptRows kept;
    private final String join;
    /** Positions of the rows that stay as they are. */
    private final Set<Long> left = new TreeSet<>();

    BatchUndo(
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
        this.join = table.keyJoin("t", "k", batch.keyColumns());
    }

    void undo(Undo.Counter counter) throws SQLException {
        try {
            long missing = findChanges();
            if (batch.action() == Batch.Action.INSERT) {
                findReferences();
                counter.deleted += delete(missing);
            } else {
                counter.restored += new BatchRestore(connection, run, batch, table).restore(left);
            }
        } catch (SQLException e) {
            throw forbidden(policy, "run " + run + ", table " + batch.table(), e);
        }
    }

    /** A constraint that stands in the way is a refusal that names it; anything else stays what it was. */
    static RuntimeException forbidden(DriftPolicy policy, String what, SQLException failure) throws SQLException {
        if (isConstraint(failure)) {
            return new RefusalException(
                    "the rollback of " + what + " is forbidden by constraint "
                            + SqlFailure.constraint(failure).orElse("(unnamed)"),
                    policy == DriftPolicy.KEEP
                            ? "what is kept stands in its way: change or remove the rows that need it"
                            : "remove the rows that need it, or choose --on-drift keep");
        }
        throw failure;
    }

    /** Whether a constraint refused it (PostgreSQL documentation, Appendix A, class 23). */
    static boolean isConstraint(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("23");
    }

    /** Finds rows that changed or are gone; returns how many are gone. */
    private long findChanges() throws SQLException {
        String sql = """
                WITH k AS MATERIALIZED %s,
                     found AS MATERIALIZED (
                       SELECT k.n, t.hash FROM k, %s)
                SELECT k.n, %s AS key, %s AS exact_key, found.n IS NULL AS missing
                FROM k LEFT JOIN found ON found.n = k.n
                WHERE found.n IS NULL OR found.hash <> k.hash
                ORDER BY k.n
                """.formatted(
                batch.keys(), table.lockedHashes(batch.hashed(), batch.keyColumns()), batch.keyText("k"), exactKey());
        long missing = 0;
        try (PreparedStatement statement = prepare(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                boolean gone = row.getBoolean("missing");
                missing += gone ? 1 : 0;
                add(
                        row.getString("key"),
                        gone ? Drift.Kind.MISSING : Drift.Kind.CHANGED,
                        gone ? "was deleted" : "was changed");
                if (policy == DriftPolicy.KEEP) {
                    left.add(row.getLong("n"));
                    kept.add(batch, row.getString("exact_key"));
                }
            }
        }
        return missing;
    }

    /**
     * Finds rows that others hung on ours. A row that stays keeps the rows that it refers to, so look until no more
     * do.
     */
    private void findReferences() throws SQLException {
        boolean foundMore = true;
        Set<Long> reported = new TreeSet<>();
        List<IncomingReference> references = IncomingReference.to(connection, table);
        while (foundMore) {
            foundMore = false;
            for (IncomingReference reference : references) {
                String sql = reference.find(batch, table);
                try (PreparedStatement statement = prepare(sql)) {
                    statement.setArray(2, connection.createArrayOf("bigint", left.toArray()));
                    if (reference.ofSameTable(table)) {
                        statement.setArray(3, connection.createArrayOf("bigint", left.toArray()));
                    }
                    try (ResultSet row = statement.executeQuery()) {
                        while (row.next()) {
                            long position = row.getLong("n");
                            if (reported.add(position)) {
                                add(row.getString("key"), reference.kind(), reference.detail(row.getLong("count")));
                            }
                            if (policy != DriftPolicy.FORCE) {
                                foundMore |= left.add(position);
                                kept.add(batch, row.getString("exact_key"));
                            }
                        }
                    }
                }
            }
        }
    }

    private long delete(long missing) throws SQLException {
        String sql = """
                WITH k AS MATERIALIZED %s
                DELETE FROM %s t USING k WHERE %s AND k.n <> ALL (?)
                """.formatted(batch.keys(), table.sqlName(), join);
        try (PreparedStatement statement = prepare(sql)) {
            statement.setArray(2, connection.createArrayOf("bigint", left.toArray()));
            long deleted = statement.executeUpdate();
            long goneAndNotLeft = policy == DriftPolicy.KEEP ? 0 : missing;
            long expected = size() - left.size() - goneAndNotLeft;
            if (deleted != expected) {
                throw inexact(batch, expected - deleted);
            }
            return deleted;
        }
    }

    private String exactKey() {
        return table.exactKey("k", batch.keyColumns());
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
        return statement;
    }

    private void add(String key, Drift.Kind kind, String detail) {
        drift.add(new Drift(Optional.of(run), batch.table(), key, kind, detail));
    }

    static RefusalException inexact(Batch batch, long rows) {
        return new RefusalException(
                rows + (rows == 1 ? " row" : " rows") + " of table " + batch.table()
                        + " cannot be taken back exactly: a trigger stands in the way",
                "disable the table's own triggers for the rollback");
    }
}
