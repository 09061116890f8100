package dev.ferry.migration;

import dev.ferry.failure.UsageException;
import dev.ferry.profile.CommitMode;

/**
 * How a run commits.
 *
 * @param mode when what it writes becomes visible
 * @param workers writers at work side by side, 1 to {@value #MOST_WORKERS}; more than 1 only where batches commit by themselves
 * @param start whether it begins or goes on
 */
public record CommitPlan(CommitMode mode, int workers, Start start) {
    /** More than a server usually has cores, and fewer than it has connections. */
    public static final int MOST_WORKERS = 64;

    /** One transaction by one writer. */
    public static final CommitPlan ATOMIC = new CommitPlan(CommitMode.ATOMIC, 1, Start.NEW);

    /** Whether a run begins or goes on. */
    public enum Start {
        /** It begins. */
        NEW,
        /** It goes on where the newest run of its schema stopped; only where batches commit by themselves. */
        RESUMED
    }

    public CommitPlan {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new UsageException("workers must be 1 to " + MOST_WORKERS + ", were " + workers, null);
        }
        if (workers > 1 && mode == CommitMode.ATOMIC) {
            throw new UsageException(
                    "one transaction has one writer, and " + workers + " workers were asked for",
                    "give --commit batch with --workers, or leave --workers out");
        }
        if (start == Start.RESUMED && mode == CommitMode.ATOMIC) {
            throw new UsageException(
                    "a run in one transaction leaves nothing to resume", "give --commit batch with --resume");
        }
    }

    /** Batch by batch, by so many writers. */
    public static CommitPlan batches(int workers) {
        return new CommitPlan(CommitMode.BATCH, workers, Start.NEW);
    }

    /** The same, going on where the newest run stopped. */
    public CommitPlan resumed() {
        return new CommitPlan(mode, workers, Start.RESUMED);
    }

    boolean isResumed() {
        return start == Start.RESUMED;
    }
}
