package dev.ferry.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run as the ledger remembers it.
 *
 * @param id the run's id
 * @param profile the profile that ran
 * @param schema the database schema that it wrote to
 * @param status where it stands, with {@link RunStatus#INTERRUPTED} for one that died
 * @param tag the tag that it set, if it got that far
 * @param source the source as its user named it
 * @param sourceSha256 the source's SHA-256, if it was read to its end
 * @param started when it began
 * @param finished when it ended, if it did
 * @param holder who ran it: user, host and process id
 * @param batches batches written
 * @param entities what it did, per table
 * @param message why it ended as it did, if not well
 */
public record Run(
        RunId id,
        String profile,
        String schema,
        RunStatus status,
        Optional<String> tag,
        String source,
        Optional<String> sourceSha256,
        Instant started,
        Optional<Instant> finished,
        String holder,
        long batches,
        List<EntityCount> entities,
        Optional<String> message) {
    public Run {
        entities = List.copyOf(entities);
    }

    /** The same run, known to have died. */
    Run interrupted() {
        return new Run(
                id,
                profile,
                schema,
                RunStatus.INTERRUPTED,
                tag,
                source,
                sourceSha256,
                started,
                finished,
                holder,
                batches,
                entities,
                message);
    }
}
