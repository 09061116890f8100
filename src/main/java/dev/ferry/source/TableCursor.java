package dev.ferry.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Walks through the rows of a server-side cursor. */
final class TableCursor implements Iterator<RawRecord> {
    private final TableSection section;
    private final ResultSet rows;
    private @Nullable RawRecord next;
    private long index;

    TableCursor(TableSection section, ResultSet rows) {
        this.section = section;
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        try {
            if (next == null && rows.next()) {
                next = section.row(rows, index++);
            }
            return next != null;
        } catch (SQLException e) {
            throw section.unreadable(e);
        }
    }

    @Override
    public RawRecord next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException();
        }
        RawRecord given = next;
        next = null;
        return given;
    }

    void close() {
        try (Statement statement = rows.getStatement()) {
            rows.close();
            statement.clearWarnings();
        } catch (SQLException e) {
            // A connection that is lost tells whoever reads from it next.
            return;
        }
    }
}
