package dev.ferry.ledger;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where in a table the rows of the next batch are probably found: PostgreSQL appends rows, so behind those of the batch before, or
 * a little ahead of them. Going through that end of the table takes half the time of looking every row up in an index.
 *
 * @see <a href="https://www.postgresql.org/docs/current/ddl-system-columns.html">System Columns, ctid</a>
 */
final class TableEnd {
    /** Pages before the last one in which rows may still have been put. */
    private static final long AHEAD = 64;

    /** Where rows are put anywhere, since the table has room between others, looking there first is in vain. */
    private static final int MOST_MISSES = 2;

    private @Nullable Long page;
    private int misses;

    /** The row identifier from which on they may be, as PostgreSQL writes it; nothing where that is not known. */
    Optional<String> from() {
        return Optional.ofNullable(page)
                .filter(known -> misses < MOST_MISSES)
                .map(known -> "(" + Math.max(0, known - AHEAD) + ",0)");
    }

    /** Takes note of the last row of a batch, whose identifier is {@code (page,line)}. */
    void found(String last) {
        page = Long.parseLong(last.substring(1, last.indexOf(',')));
    }

    /** Not all rows of a batch were there. */
    void missed() {
        if (page != null) {
            misses++;
        }
    }
}
