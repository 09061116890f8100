package dev.ferry.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A section that is a table: measured once, then read as often as needed, a few rows at a time. */
final class TableSection {
    private static final int MOST_ROWS = 500;

    /** What the rows of one fetch may take in memory; several passes may be open at once. */
    private static final long MOST_BYTES = 8L << 20;

    private final Snapshot snapshot;
    private final Section section;
    private final RowColumns columns;
    private final RowQuery query;
    private final Limits limits;
    private final RowPlaces places = new RowPlaces();
    private @Nullable Measure measure;

    /**
     * What a table holds.
     *
     * @param longest bytes of the longest row as it is sent
     */
    private record Measure(long rows, long longest) {}

    TableSection(Snapshot snapshot, Section section, RowColumns columns, RowQuery query, Limits limits) {
        this.snapshot = snapshot;
        this.section = section;
        this.columns = columns;
        this.query = query;
        this.limits = limits;
    }

    /** How many rows there are. */
    long size() {
        return measure().rows();
    }

    /** The rows in order. The caller closes the stream. */
    Stream<RawRecord> records() {
        try {
            ResultSet rows = snapshot.open(query.all(), fetchSize(measure().longest()));
            TableCursor cursor = new TableCursor(this, rows);
            int characteristics = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(cursor, characteristics), false)
                    .onClose(cursor::close);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Rows of one fetch, given the bytes of the longest; never zero, by which pgjdbc means all. */
    static int fetchSize(long longest) {
        return (int) Math.max(1, Math.min(MOST_ROWS, MOST_BYTES / Math.max(1, longest)));
    }

    /** The row of a number. */
    RawRecord record(long index) {
        RowQuery.Sql sql = places.of(index).map(query::at).orElseGet(() -> query.at(index));
        return snapshot.list(doing(), query.table().schema(), sql, row -> row(row, index)).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "section " + section.name() + " has no row " + index + " of " + size()));
    }

    /** Adds every row to a digest, whether a condition leaves it out or not. */
    void digest(MessageDigest digest) {
        digest.update((section.name() + "\n").getBytes(StandardCharsets.UTF_8));
        try (ResultSet rows = snapshot.open(query.digests(), MOST_ROWS);
                Statement statement = rows.getStatement()) {
            while (rows.next()) {
                digest.update(rows.getBytes(1));
            }
            statement.clearWarnings();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** The row at hand; remembers where it is. */
    RawRecord row(ResultSet row, long index) throws SQLException {
        places.add(index, row.getString(1));
        TableRow.Choice choice = row.getBoolean(2) ? TableRow.Choice.WANTED : TableRow.Choice.LEFT_OUT;
        byte[] bytes = row.getBytes(3);
        TableRow record = new TableRow(section, columns, index, choice, bytes);
        requireUtf8(record);
        if (columns.nested() && Nesting.depth(bytes) > limits.depth()) {
            throw new BindingException(
                    record.position(),
                    BrokenJson.LIMIT,
                    "values are nested deeper than " + limits.depth() + " levels (raise the limit with --max-depth)",
                    "");
        }
        return record;
    }

    /** A database in SQL_ASCII keeps, and sends, whatever bytes it was given. */
    private void requireUtf8(TableRow record) {
        String title = query.table().title();
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(record.bytes()));
        } catch (CharacterCodingException e) {
            throw new BindingException(
                    new Position(
                            title, "", record.offset(), record.offset() + 1, 1, "", "row " + (record.offset() + 1)),
                    BrokenJson.ENCODING,
                    "the row holds bytes that are not UTF-8, since the database's encoding is SQL_ASCII",
                    "");
        }
    }

    private Measure measure() {
        if (measure == null) {
            Measure taken = snapshot.list(
                            doing(),
                            query.table().schema(),
                            query.measure(),
                            row -> new Measure(row.getLong(1), row.getLong(2)))
                    .get(0);
            requireReadable(taken);
            measure = taken;
        }
        return measure;
    }

    private void requireReadable(Measure taken) {
        SourceTable table = query.table();
        if (taken.longest() > limits.recordBytes()) {
            String remedy = limits.recordBytes() == Limits.heapShare()
                    ? "an eighth of Java's memory; give it more with -Xmx"
                    : "raise the limit with --max-record";
            throw broken(
                    BrokenJson.LIMIT,
                    "a row of " + table.title() + " is longer than " + Limits.size(limits.recordBytes()) + " (" + remedy
                            + ")");
        }
        if (section.shape() == Section.Shape.SINGLE && taken.rows() > 1) {
            throw broken(
                    BrokenJson.SYNTAX,
                    "section " + section.name() + " is one record, " + table.title() + " has " + taken.rows()
                            + " rows");
        }
    }

    private BindingException broken(String rule, String message) {
        SourceTable table = query.table();
        String pointer = JsonPointer.of(List.of(table.name()));
        return new BindingException(new Position(table.title(), section.name(), 0, 0, 1, pointer), rule, message, "");
    }

    private String doing() {
        return query.table().title() + " of the source cannot be read";
    }

    RuntimeException unreadable(SQLException failure) {
        return snapshot.failure(doing(), query.table().schema(), failure);
    }
}
