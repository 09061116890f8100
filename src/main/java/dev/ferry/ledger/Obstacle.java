package dev.ferry.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A constraint that may keep a deleted row from coming back. Unique indexes on expressions or on some rows only are not
 * among them: there the server refuses, and names the constraint.
 *
 * @param kind what a row is that it keeps away
 * @param condition true of such a row {@code b.old}, given the rows {@code away} that stay away, as SQL
 * @param detail what is wrong with such a row, as a predicate of it
 * @param spreads whether a row that stays away may keep others of its own table away
 */
record Obstacle(Drift.Kind kind, String condition, String detail, boolean spreads) {
    /** OFFSET 0 has each row looked up in the index: a join without statistics may be planned as a loop over all. */
    private static final String READ = """
            SELECT 'TAKEN' AS kind, format('EXISTS (SELECT FROM %s t WHERE %s OFFSET 0)', i.indrelid::regclass,
                     string_agg(format('t.%I = (b.old).%I', a.attname, a.attname), ' AND ' ORDER BY p.n)) AS condition,
                   'lost its place to a row with the same ' || string_agg(a.attname, ', ' ORDER BY p.n) AS detail,
                   false AS spreads
            FROM pg_index i
            CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS p (number, n)
            JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = p.number
            WHERE i.indrelid = ? AND i.indisunique AND i.indpred IS NULL AND i.indexprs IS NULL AND p.n <= i.indnkeyatts
            GROUP BY i.indexrelid, i.indrelid
            UNION ALL
            SELECT 'ORPHANED', concat_ws(' AND ', string_agg(format('(b.old).%I IS NOT NULL', ra.attname), ' AND '),
                     format('NOT EXISTS (SELECT FROM %s p WHERE %s OFFSET 0)', f.confrelid::regclass,
                            string_agg(format('p.%I = (b.old).%I', ta.attname, ra.attname), ' AND ')),
                     CASE WHEN f.confrelid = f.conrelid THEN format('EXISTS (SELECT FROM away p WHERE %s)',
                            string_agg(format('(p.old).%I = (b.old).%I', ta.attname, ra.attname), ' AND ')) END),
                   format('refers to a row of %s that is not there (%s)', f.confrelid::regclass, f.conname),
                   f.confrelid = f.conrelid
            FROM pg_constraint f
            CROSS JOIN LATERAL unnest(f.conkey, f.confkey) AS k (r, t)
            JOIN pg_attribute ra ON ra.attrelid = f.conrelid AND ra.attnum = k.r
            JOIN pg_attribute ta ON ta.attrelid = f.confrelid AND ta.attnum = k.t
            WHERE f.contype = 'f' AND f.conrelid = ? AND f.conparentid = 0
            GROUP BY f.oid, f.conname, f.confrelid, f.conrelid
            ORDER BY kind DESC, detail
            """;

    /** Those of a table. */
    static List<Obstacle> of(Connection connection, TableShape table) throws SQLException {
        List<Obstacle> obstacles = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setLong(1, table.oid());
            statement.setLong(2, table.oid());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    obstacles.add(new Obstacle(
                            Drift.Kind.valueOf(row.getString("kind")),
                            row.getString("condition"),
                            row.getString("detail"),
                            row.getBoolean("spreads")));
                }
            }
        }
        return obstacles;
    }

    /** The query for the rows that it keeps away; takes the run's id and the positions that stay away, both twice. */
    String find(Batch batch, TableShape table) {
        return """
                WITH b AS MATERIALIZED (SELECT * FROM %1$s b WHERE b.n <> ALL (?)),
                     away AS MATERIALIZED (SELECT * FROM %1$s b WHERE b.n = ANY (?))
                SELECT b.n, %2$s AS key, %3$s AS exact_key FROM b WHERE %4$s ORDER BY b.n
                """.formatted(
                        batch.before(table), batch.keyText("b"), table.exactKey("b", batch.keyColumns()), condition);
    }
}
