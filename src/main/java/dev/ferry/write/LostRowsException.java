package dev.ferry.write;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;

/** The database took a statement but did not store all of its rows: a trigger or rule left some out. */
public final class LostRowsException extends FerryException {
    private static final long serialVersionUID = 1L;

    LostRowsException(String table, Throwable cause) {
        super(
                ExitCode.MISMATCH,
                "the database did not store every row of " + table,
                "look for a trigger or a rule on " + table + " that leaves rows out",
                cause);
    }
}
