package dev.ferry.write;

/** By which lane rows are written. All give the same rows, counts and refusals. */
public enum WriterChoice {
    /** COPY for batches that are large enough to gain by it, JDBC for the others. */
    AUTO(50),
    /** COPY wherever it is possible. */
    COPY(1),
    /** JDBC always. */
    JDBC(Integer.MAX_VALUE);

    private final int least;

    WriterChoice(int least) {
        this.least = least;
    }

    /** Whether so many rows go by COPY. */
    boolean copies(int rows) {
        return rows >= least;
    }
}
