package dev.ferry.migration;

import dev.ferry.backup.BackupFile;
import dev.ferry.ledger.EntityCount;
import dev.ferry.validate.ConstraintReport;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run did and found; everything in it is measured.
 *
 * @param profile the profile's name
 * @param target the database for people, empty where none was asked
 * @param run the run's id, null where the ledger was not written
 * @param tag the tag that was set, null where none was
 * @param entities what became of the records, per table, in step order
 * @param report every violation and warning; the receiver of the summary closes it
 * @param durationMillis wall time of the run
 * @param databaseMillis the part of it that the run waited for the database
 * @param peakMemoryBytes the most heap that was in use at once
 * @param backup the backup that was taken before the run wrote, if one was
 */
public record Summary(
        String profile,
        String target,
        @Nullable String run,
        @Nullable String tag,
        List<EntityCount> entities,
        ConstraintReport report,
        long durationMillis,
        long databaseMillis,
        long peakMemoryBytes,
        Optional<BackupFile> backup) {
    public Summary {
        entities = List.copyOf(entities);
    }

    /** A summary of a run without a backup. */
    public Summary(
            String profile,
            String target,
            @Nullable String run,
            @Nullable String tag,
            List<EntityCount> entities,
            ConstraintReport report,
            long durationMillis,
            long databaseMillis,
            long peakMemoryBytes) {
        this(
                profile,
                target,
                run,
                tag,
                entities,
                report,
                durationMillis,
                databaseMillis,
                peakMemoryBytes,
                Optional.empty());
    }

    /** Valid records among those that were wanted, 0.0 to 1.0; where none was, 1.0 if nothing is wrong and else 0.0. */
    public double successRate() {
        long read = entities.stream()
                .mapToLong(entity -> entity.read() - entity.filtered())
                .sum();
        long valid = entities.stream().mapToLong(EntityCount::valid).sum();
        if (read == 0) {
            return report.violationCount() == 0 ? 1.0 : 0.0;
        }
        return (double) valid / read;
    }
}
