package dev.ferry.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Collectors;

/** How the ledger hashes rows, to tell later whether they are as the run left them; known for each batch. */
enum RowHash {
    /** By the row's text form, see {@link RowText}. */
    TEXT {
        @Override
        String of(TableShape table) {
            return "hashtextextended((t.*)::text, 0)";
        }
    },

    /**
     * By the columns' values, which takes half the time. Types whose hash is not of all there is to see, or not the same after
     * pg_dump, as those of enums, go by their text. Two jsonb values that PostgreSQL calls equal have one hash: 1.0 is 1.00.
     */
    VALUES {
        @Override
        String of(TableShape table) {
            return table.columns().stream()
                    .map(RowHash::column)
                    .collect(Collectors.joining(", ", "hash_record_extended(ROW(", "), 0)"));
        }
    };

    private static final Set<String> TEXTS = Set.of("text", "character varying");

    private static final Set<String> EXACT = Set.of(
            "boolean",
            "smallint",
            "integer",
            "bigint",
            "uuid",
            "jsonb",
            "date",
            "time without time zone",
            "timestamp without time zone",
            "timestamp with time zone");

    /** Whether the ledger of this database notes it; before format 5 all were {@link #TEXT}. */
    static boolean isNoted(Connection connection) throws SQLException {
        return TableShape.find(connection, RunLedger.SCHEMA, "run_batches")
                .filter(batches -> batches.columns().stream()
                        .anyMatch(column -> column.name().equals("hashed")))
                .isPresent();
    }

    /** The hash of a row of this table, whose alias is {@code t}, as SQL; text formats must be pinned. */
    abstract String of(TableShape table);

    private static String column(TableShape.Column column) {
        String value = "t." + column.sqlName();
        String type = column.type().replaceAll("\\(\\d+\\)", "");
        if (EXACT.contains(type)) {
            return value;
        }
        // A collation may take different texts for equal.
        return (TEXTS.contains(type) ? value : value + "::text") + " COLLATE \"C\"";
    }
}
