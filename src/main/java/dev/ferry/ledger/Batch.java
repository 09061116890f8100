package dev.ferry.ledger;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A batch as the ledger keeps it, or the batches that one clearing of a table left.
 *
 * @param first its number in its run, from 1
 * @param last the number of the last one; the same for all but clearings
 * @param action what it did to its rows
 * @param table the table's name without its schema
 * @param keyColumns the columns that identify its rows
 * @param hashed how its rows were hashed
 */
record Batch(long first, long last, Action action, String table, List<String> keyColumns, RowHash hashed) {
    /** The most rows of a batch that deletes. */
    static final int MAX_DELETED = 10_000;

    Batch {
        keyColumns = List.copyOf(keyColumns);
        if (first < 1 || last < first || (last > first && action != Action.DELETE)) {
            throw new IllegalArgumentException(action + " batches must be 1 or more, were " + first + " to " + last);
        }
    }

    /** What a batch did to its rows. */
    enum Action {
        /** They are new. */
        INSERT,
        /** They were there and have other values now. */
        UPDATE,
        /** They were there and are gone. */
        DELETE
    }

    /** Whether the other batch, which comes just before this one, deleted rows of the same table. */
    boolean continues(Batch earlier) {
        return action == Action.DELETE
                && earlier.action == Action.DELETE
                && earlier.last + 1 == first
                && earlier.table.equals(table)
                && earlier.keyColumns.equals(keyColumns);
    }

    /** This batch and the one before it as one. */
    Batch joined(Batch earlier) {
        return new Batch(earlier.first, last, action, table, keyColumns, hashed);
    }

    /**
     * The keys as rows {@code k(c1, c2, …, hash, position, run_id, batch, n)} of SQL, where n identifies a row among
     * all; takes the run's id.
     */
    String keys() {
        String arrays = IntStream.rangeClosed(1, keyColumns.size())
                .mapToObj(i -> "b.keys[" + i + ":" + i + "]")
                .collect(Collectors.joining(", "));
        return "(SELECT u.*, b.run_id, b.batch, (b.batch - " + first + ") * " + MAX_DELETED + " + u.position AS n "
                + "FROM ferry.run_batches b, unnest(" + arrays + ", b.hashes) WITH ORDINALITY AS u("
                + names("") + ", hash, position) WHERE b.run_id = ? AND b.batch BETWEEN " + first + " AND " + last
                + ")";
    }

    /**
     * The rows as they were before, with their keys, as rows {@code b(c1, c2, …, n, image, old)} of SQL; takes the
     * run's id. Each is looked up by its key: statistics of the ledger's tables are too old to plan a join with.
     */
    String before(TableShape shape) {
        return "(SELECT k.*, i.image, i.image::" + shape.sqlName() + " AS old FROM " + keys()
                + " k, LATERAL (SELECT image FROM ferry.run_images i WHERE i.run_id = k.run_id AND i.batch = k.batch"
                + " AND i.position = k.position OFFSET 0) i)";
    }

    /** A key for people, as SQL over rows of this alias. */
    String keyText(String alias) {
        return "concat_ws('/', " + names(alias + ".") + ")";
    }

    private String names(String prefix) {
        return IntStream.rangeClosed(1, keyColumns.size())
                .mapToObj(i -> prefix + "c" + i)
                .collect(Collectors.joining(", "));
    }
}
