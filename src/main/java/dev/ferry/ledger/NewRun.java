package dev.ferry.ledger;

import dev.ferry.profile.CommitMode;
import java.time.Instant;
import java.util.Optional;

/**
 * A run that is about to start.
 *
 * @param id its id
 * @param profile the profile's name
 * @param profileVersion the version of the profile's mapping
 * @param requestedTag the tag that its user asked for
 * @param source the source as its user named it
 * @param options what it was asked to do, for people, without secrets
 * @param ferryVersion the version of Ferry
 * @param started when it began
 * @param commit when what it writes becomes visible
 * @param resumeKey what a run that goes on with this one must have in common with it
 * @param resumeCommand how to go on where it stops, without secrets; empty where that is not possible
 */
public record NewRun(
        RunId id,
        String profile,
        String profileVersion,
        Optional<String> requestedTag,
        String source,
        String options,
        String ferryVersion,
        Instant started,
        CommitMode commit,
        String resumeKey,
        String resumeCommand) {
    /** A run that commits at its end, or not at all. */
    public NewRun(
            RunId id,
            String profile,
            String profileVersion,
            Optional<String> requestedTag,
            String source,
            String options,
            String ferryVersion,
            Instant started) {
        this(
                id,
                profile,
                profileVersion,
                requestedTag,
                source,
                options,
                ferryVersion,
                started,
                CommitMode.ATOMIC,
                "",
                "");
    }
}
