package dev.ferry.migration;

import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.RunId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Hears how a run goes on. Called on the run's thread, in order; it must not throw, but where that is said. */
public interface MigrationListener {
    /**
     * Reference data was missing and is written with the run, as a run of its own.
     *
     * @param counts what was written, per table
     */
    default void setUp(RunId run, List<EntityCount> counts) {}

    /** Hears nothing. */
    MigrationListener SILENT = new MigrationListener() {};

    /** The target, named before anything is written to it. */
    default void target(String description, String schema) {}

    /** The run has its id and tag. */
    default void started(RunId run, String tag) {}

    /** The run goes on with one that stopped, of which so many batches are committed. */
    default void resumed(RunId run, long batches) {}

    /** Whether the run is committed is not known; this file holds the generated passwords of its rows. */
    default void credentialsKept(Path file) {}

    /** The tables were saved before the run writes to them. */
    default void backedUp(BackupResult backup) {}

    /**
     * Everything is written, verified and about to be committed in one transaction. This may throw: the run is taken back then.
     *
     * @param result as it will be, but for the time that the commit takes
     */
    default void committing(MigrationResult result) {}

    /** A batch is done. */
    default void progress(Progress progress) {}

    /**
     * How far a step has come.
     *
     * @param entity the table that is filled
     * @param records records read so far
     * @param written rows inserted or updated so far
     * @param position how far in the section, in the unit of {@code size}
     * @param size the length of the section
     */
    record Progress(String entity, long records, long written, long position, long size) {
        /** The share of the section that is done, 0.0 to 1.0; 0.0 where its length is not known. */
        public double share() {
            return size <= 0 ? 0.0 : Math.min(1.0, (double) position / size);
        }

        /** How much time is left at the pace so far, to the second; zero where the share is not known. */
        public Duration left(Duration elapsed) {
            double share = share();
            return share == 0.0
                    ? Duration.ZERO
                    : Duration.ofSeconds(Math.round(elapsed.toMillis() / 1e3 * (1 - share) / share));
        }
    }
}
