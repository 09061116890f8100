package dev.ferry.migration;

import dev.ferry.DatabaseDump;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/**
 * What a schema's catalog says of its unique keys and foreign keys.
 *
 * @param unique the unique keys, primary ones included
 * @param foreign the foreign keys
 */
@NullMarked
record CatalogKeys(List<Unique> unique, List<Foreign> foreign) {
    /** Columns of a table whose values no two rows may share. */
    record Unique(String table, List<String> columns) {}

    /** Columns of a table that name a row of another. */
    record Foreign(String from, List<String> columns, String to, List<String> named, boolean cascades) {}

    static CatalogKeys of(String url, String schema) {
        List<Unique> unique = new ArrayList<>();
        for (String line : DatabaseDump.column(url, """
                SELECT concat_ws('|', c.relname, string_agg(a.attname, ',' ORDER BY p.n)) FROM pg_index i
                JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
                CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS p (number, n)
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.number
                WHERE n.nspname = '%s' AND i.indisunique AND i.indpred IS NULL AND c.relname NOT LIKE 'databasechangelog%%'
                GROUP BY i.indexrelid, c.relname
                """.formatted(schema))) {
            String[] parts = line.split("\\|");
            unique.add(new Unique(parts[0], columns(parts[1])));
        }
        List<Foreign> foreign = new ArrayList<>();
        for (String line : DatabaseDump.column(url, """
                SELECT concat_ws('|', c.relname, string_agg(ra.attname, ',' ORDER BY k.n), t.relname,
                                 string_agg(ta.attname, ',' ORDER BY k.n), f.confdeltype = 'c')
                FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid JOIN pg_class t ON t.oid = f.confrelid
                JOIN pg_namespace n ON n.oid = c.relnamespace
                CROSS JOIN LATERAL unnest(f.conkey, f.confkey) WITH ORDINALITY AS k (r, t, n)
                JOIN pg_attribute ra ON ra.attrelid = c.oid AND ra.attnum = k.r
                JOIN pg_attribute ta ON ta.attrelid = t.oid AND ta.attnum = k.t
                WHERE n.nspname = '%s' AND f.contype = 'f'
                GROUP BY f.oid, c.relname, t.relname, f.confdeltype
                """.formatted(schema))) {
            String[] parts = line.split("\\|");
            foreign.add(new Foreign(parts[0], columns(parts[1]), parts[2], columns(parts[3]), parts[4].equals("t")));
        }
        return new CatalogKeys(unique, foreign);
    }

    private static List<String> columns(String names) {
        return Arrays.asList(names.split(","));
    }
}
