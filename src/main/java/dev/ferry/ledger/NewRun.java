package dev.ferry.ledger;

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
 */
public record NewRun(
        RunId id,
        String profile,
        String profileVersion,
        Optional<String> requestedTag,
        String source,
        String options,
        String ferryVersion,
        Instant started) {}
