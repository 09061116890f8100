package dev.ferry.ledger;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;

/** Rows that a run has just written or looked up are not there: a trigger or rule left them out, or someone else did. */
public final class LostRowsException extends FerryException {
    private static final long serialVersionUID = 1L;

    /**
     * @param expected rows that were written
     * @param found rows that are there
     */
    LostRowsException(String table, long expected, long found) {
        this(table, expected + " rows were written, " + found + " are there");
    }

    /** @param seen what was seen of the rows, for people */
    public LostRowsException(String table, String seen) {
        super(
                ExitCode.MISMATCH,
                table + ": " + seen,
                "look for a trigger or a rule on " + table + " that leaves rows out",
                null);
    }
}
