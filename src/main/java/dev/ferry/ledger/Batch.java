package dev.ferry.ledger;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A batch as the ledger keeps it.
 *
 * @param number its number in its run, from 1
 * @param action what it did to its rows
 * @param table the table's name without its schema
 * @param keyColumns the columns that identify its rows
 */
record Batch(long number, Action action, String table, List<String> keyColumns) {
    Batch {
        keyColumns = List.copyOf(keyColumns);
    }

    /** What a batch did to its rows. */
    enum Action {
        /** They are new. */
        INSERT,
        /** They were there and have other values now. */
        UPDATE
    }

    /** The keys as rows {@code k(c1, c2, …, hash, n)} of SQL; takes the run's id and the batch's number. */
    String keys() {
        String arrays = IntStream.rangeClosed(1, keyColumns.size())
                .mapToObj(i -> "b.keys[" + i + ":" + i + "]")
                .collect(Collectors.joining(", "));
        return "(SELECT u.* FROM ferry.run_batches b, unnest(" + arrays + ", b.hashes) WITH ORDINALITY AS u("
                + names("") + ", hash, n) WHERE b.run_id = ? AND b.batch = ?)";
    }

    /** A key for people, as SQL over {@code k}. */
    String keyText() {
        return "concat_ws('/', " + names("k.") + ")";
    }

    private String names(String prefix) {
        return IntStream.rangeClosed(1, keyColumns.size())
                .mapToObj(i -> prefix + "c" + i)
                .collect(Collectors.joining(", "));
    }
}
