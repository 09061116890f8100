package dev.ferry.profile;

/**
 * What a profile sets where its user does not.
 *
 * @param batchSize records of a batch, 1 to 10,000
 * @param commit when what a run writes becomes visible
 * @param workers writers at work side by side, more than 1 only where batches commit by themselves
 */
public record Defaults(int batchSize, CommitMode commit, int workers) {
    public Defaults {
        if (workers < 1 || (workers > 1 && commit == CommitMode.ATOMIC)) {
            throw new IllegalArgumentException(
                    "workers must be 1 or, where batches commit by themselves, more; was " + workers);
        }
    }

    /** One transaction by one writer. */
    public Defaults(int batchSize) {
        this(batchSize, CommitMode.ATOMIC, 1);
    }
}
