package dev.ferry.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/** Numbers the ledger's batches of one run, whoever writes them; a run is taken back in their reverse order. Thread-safe. */
public final class BatchNumbers {
    private final AtomicLong last;

    private BatchNumbers(long last) {
        this.last = new AtomicLong(last);
    }

    /** Those of a run that has written nothing yet. */
    public static BatchNumbers fromOne() {
        return new BatchNumbers(0);
    }

    /** Those after what a run has written already. */
    public static BatchNumbers after(Connection connection, RunId run) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT coalesce(max(batch), 0) FROM ferry.run_batches WHERE run_id = ?")) {
            statement.setString(1, run.value());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new BatchNumbers(row.getLong(1));
            }
        }
    }

    long next() {
        return last.incrementAndGet();
    }

    /** Takes as many as were used, beginning with the one after {@link #last}; for who works alone. */
    void use(long count) {
        last.addAndGet(count);
    }

    long last() {
        return last.get();
    }
}
