package dev.ferry.migration;

import dev.ferry.database.SqlFailure;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Measures how long a run's database works for it, and gives the database's failures their meaning. Thread-safe. */
final class Stopwatch {
    private final LongAdder nanos = new LongAdder();
    /** How many calls of a thread are under way, one inside the other; only the outermost counts. */
    private final ThreadLocal<Integer> depth = ThreadLocal.withInitial(() -> 0);

    /** Something that the database does. */
    @FunctionalInterface
    interface DatabaseCall<T> {
        T call() throws SQLException;
    }

    <T> T time(DatabaseCall<T> call) {
        long start = System.nanoTime();
        int outer = depth.get();
        depth.set(outer + 1);
        try {
            return call.call();
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        } finally {
            depth.set(outer);
            if (outer == 0) {
                nanos.add(System.nanoTime() - start);
            }
        }
    }

    long millis() {
        return TimeUnit.NANOSECONDS.toMillis(nanos.sum());
    }
}
