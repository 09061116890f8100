package dev.ferry.migration;

import dev.ferry.database.SqlFailure;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** Measures how long a run waits for its database, and gives the database's failures their meaning. */
final class Stopwatch {
    private long nanos;
    /** How many calls are under way, one inside the other; only the outermost counts. */
    private int depth;

    /** Something that the database does. */
    @FunctionalInterface
    interface DatabaseCall<T> {
        T call() throws SQLException;
    }

    <T> T time(DatabaseCall<T> call) {
        long start = System.nanoTime();
        depth++;
        try {
            return call.call();
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        } finally {
            if (--depth == 0) {
                nanos += System.nanoTime() - start;
            }
        }
    }

    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
}
