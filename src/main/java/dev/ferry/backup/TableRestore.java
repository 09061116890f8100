package dev.ferry.backup;

import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.TableShape;
import dev.ferry.ledger.TransactionLedger;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Puts the rows of one table back into the empty table, batch by batch, each recorded in the ledger.
 *
 * <p>What came in is compared with what was to come in, row by row. A table that refers to itself gets all its rows in one
 * batch, since PostgreSQL checks foreign keys at the end of a statement: such a table must fit into memory.
 */
final class TableRestore {
    private static final int ROWS = 1_000;
    private static final int CHARACTERS = 4 << 20;

    private final Connection connection;
    private final TransactionLedger ledger;
    private final SavedTable saved;
    private final TableShape table;
    private final List<String> key;
    private final boolean inOneBatch;
    private final List<String> images = new ArrayList<>();
    private final List<List<String>> keys = new ArrayList<>();
    private long characters;
    private long rows;

    TableRestore(
            Connection connection, TransactionLedger ledger, SavedTable saved, TableShape table, List<KeyColumn> key)
            throws SQLException {
        this.connection = connection;
        this.ledger = ledger;
        this.saved = saved;
        this.table = table;
        this.key = key.stream().map(KeyColumn::name).toList();
        this.inOneBatch = refersToItself();
    }

    /** Reads the table's entry, and inserts every row of it. */
    void run(Archive archive, LongConsumer hearer) throws SQLException, IOException, Damage {
        List<String> names = saved.columnNames();
        List<Integer> keyPlaces = key.stream().map(names::indexOf).toList();
        try (EntryStream in = archive.stream(saved.entry());
                LineReader lines = new LineReader(in, names, saved.entry().name())) {
            for (List<@Nullable String> row = lines.next(); !row.isEmpty(); row = lines.next()) {
                add(row, keyPlaces);
                if (isFull()) {
                    insert();
                    hearer.accept(rows);
                }
            }
            in.requireWhole();
        }
        insert();
        hearer.accept(rows);
    }

    private void add(List<@Nullable String> row, List<Integer> keyPlaces) throws Damage {
        List<String> values = new ArrayList<>(keyPlaces.size());
        for (int place : keyPlaces) {
            String value = row.get(place);
            if (value == null) {
                throw new Damage("its entry " + saved.entry().name() + " has a row without a primary key");
            }
            values.add(value);
        }
        String image = RowImage.of(row);
        images.add(image);
        keys.add(values);
        characters += image.length();
    }

    private boolean isFull() {
        return !inOneBatch && (images.size() >= ROWS || characters >= CHARACTERS);
    }

    private void insert() throws SQLException {
        if (images.isEmpty()) {
            return;
        }
        String into =
                table.insertable().stream().map(TableShape.Column::sqlName).collect(Collectors.joining(", "));
        String values = table.insertable().stream()
                .map(column -> "(c.came)." + column.sqlName())
                .collect(Collectors.joining(", "));
        String sql = """
                WITH c AS MATERIALIZED (
                       SELECT r.image::%1$s AS came, r.n FROM unnest(?::text[]) WITH ORDINALITY AS r(image, n)),
                     added AS (
                       INSERT INTO %1$s AS t (%2$s) OVERRIDING SYSTEM VALUE SELECT %3$s FROM c ORDER BY c.n
                       RETURNING (t.*)::text AS image)
                SELECT (SELECT count(*) FROM added),
                       (SELECT count(*) FROM (SELECT came::text FROM c EXCEPT ALL SELECT image FROM added) x)
                """.formatted(table.sqlName(), into, values);
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            statement.setArray(1, connection.createArrayOf("text", images.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                requireExact(row.getLong(1), row.getLong(2));
            }
        }
        ledger.inserted(saved.name(), key, keys);
        rows += images.size();
        images.clear();
        keys.clear();
        characters = 0;
    }

    private void requireExact(long added, long inexact) {
        if (added != images.size() || inexact > 0) {
            throw inexact(saved.name());
        }
    }

    /** The refusal of a table that is not as it was saved. */
    static RefusalException inexact(String table) {
        return new RefusalException(
                "table " + table + " cannot be restored exactly: a trigger or a generated column stands in the way;"
                        + " nothing was restored",
                "disable the table's own triggers for the restore");
    }

    /** What the table would be as an entry, read again from the database. */
    ArchiveEntry measured() throws SQLException, IOException {
        return Content.measure(
                saved.entry().name(), new TableLines(connection, table, KeyColumn.of(connection, table)));
    }

    private boolean refersToItself() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT FROM pg_constraint WHERE contype = 'f' AND conrelid = ? AND confrelid = ?")) {
            statement.setLong(1, table.oid());
            statement.setLong(2, table.oid());
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
