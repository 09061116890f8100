package dev.ferry.ledger;

import dev.ferry.profile.CommitMode;
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
 * @param commit when what it wrote became visible
 * @param resumeKey what a run that goes on with this one must have in common with it
 * @param resumeCommand how to go on, as words after {@code ferry}; empty where that is not possible
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
        Optional<String> message,
        CommitMode commit,
        String resumeKey,
        String resumeCommand) {
    public Run {
        entities = List.copyOf(entities);
    }

    /** A run that committed at its end, or not at all. */
    public Run(
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
        this(
                id,
                profile,
                schema,
                status,
                tag,
                source,
                sourceSha256,
                started,
                finished,
                holder,
                batches,
                entities,
                message,
                CommitMode.ATOMIC,
                "",
                "");
    }

    /** How to take it back, as words after {@code ferry}. */
    public String undoCommand() {
        return undoCommand(profile, schema, id);
    }

    /** How to take a run of a profile back, as words after {@code ferry}. */
    public static String undoCommand(String profile, String schema, RunId id) {
        return "rollback -p " + profile + (schema.equals(profile) ? "" : " --schema " + schema) + " --run " + id;
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
                message,
                commit,
                resumeKey,
                resumeCommand);
    }

    /** Whether it stopped between its batches, so that it can go on. */
    public boolean isStopped() {
        return commit == CommitMode.BATCH && (status == RunStatus.INTERRUPTED || status == RunStatus.FAILED);
    }

    /** Whether rows of it may be there, so that it can be taken back: it is complete, or some of its batches are. */
    public boolean isKept() {
        boolean open = status == RunStatus.RUNNING && commit == CommitMode.BATCH;
        return status == RunStatus.COMPLETED || ((isStopped() || open) && tag.isPresent());
    }
}
