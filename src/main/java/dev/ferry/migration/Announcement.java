package dev.ferry.migration;

import dev.ferry.database.ApplicationName;
import dev.ferry.migration.MigrationListener.Progress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Tells other sessions how far a run is, in its connection's application name: the rows themselves and the ledger's are
 * invisible to them before the commit.
 */
final class Announcement {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final String purpose;
    private final LongSupplier nanoTime;
    private String entity = "";
    private long entityStarted;
    private long told;

    /** @param nanoTime the clock, {@code System::nanoTime} */
    Announcement(RunMode mode, LongSupplier nanoTime) {
        this.purpose = mode.name().toLowerCase(Locale.ROOT);
        this.nanoTime = nanoTime;
        this.told = nanoTime.getAsLong();
    }

    /** Tells it by this connection, at most once a second. */
    void tell(Connection connection, Progress progress) throws SQLException {
        long now = nanoTime.getAsLong();
        if (!entity.equals(progress.entity())) {
            entity = progress.entity();
            entityStarted = now;
        }
        if (now - told >= EVERY.toNanos()) {
            told = now;
            long left = progress.left(Duration.ofNanos(now - entityStarted)).toSeconds();
            ApplicationName.tell(
                    connection,
                    String.format(Locale.ROOT, "%s %s %.0f%% %ds left", purpose, entity, progress.share() * 100, left));
        }
    }
}
