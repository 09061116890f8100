package dev.ferry.backup;

import static dev.ferry.database.Identifier.quoted;

import dev.ferry.ledger.TableShape;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import tools.jackson.core.JsonGenerator;

/**
 * The rows of a table as JSON Lines: an object per row with each column's text form, null for SQL NULL.
 *
 * <p>The rows are in the order of the primary key, texts by their bytes: so equal rows give equal lines in every database. The
 * settings on which text forms depend must be pinned.
 */
final class TableLines implements Content {
    private final Connection connection;
    private final TableShape table;
    private final List<KeyColumn> key;

    TableLines(Connection connection, TableShape table, List<KeyColumn> key) {
        this.connection = connection;
        this.table = table;
        this.key = List.copyOf(key);
    }

    @Override
    public long writeTo(OutputStream out) throws IOException, SQLException {
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(query());
        try {
            return write(copy, out);
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private long write(CopyOut copy, OutputStream out) throws IOException, SQLException {
        long rows = 0;
        try (JsonGenerator json = JsonLines.to(out)) {
            for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
                write(json, CopyText.values(row));
                rows++;
            }
        }
        if (rows > 0) {
            out.write('\n');
        }
        return rows;
    }

    private void write(JsonGenerator json, List<@Nullable String> values) {
        json.writeStartObject();
        for (int i = 0; i < values.size(); i++) {
            json.writeName(table.columns().get(i).name());
            json.writeString(values.get(i));
        }
        json.writeEndObject();
    }

    private String query() {
        String columns =
                table.columns().stream().map(column -> "t." + column.sqlName()).collect(Collectors.joining(", "));
        String order = key.stream()
                .map(column -> "t." + quoted(column.name()) + (column.isText() ? " COLLATE \"C\"" : ""))
                .collect(Collectors.joining(", "));
        return "COPY (SELECT " + columns + " FROM " + table.sqlName() + " t ORDER BY " + order
                + ") TO STDOUT (FORMAT text, ENCODING 'UTF8')";
    }
}
