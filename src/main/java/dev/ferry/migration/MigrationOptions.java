package dev.ferry.migration;

import dev.ferry.failure.UsageException;
import dev.ferry.profile.Profile;
import dev.ferry.source.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run is asked to do; immutable, with the defaults in {@link #of}.
 *
 * @param profile the profile to run
 * @param source a file or folder
 * @param schema the database schema of the profile's tables
 * @param mode how far the run goes
 * @param onConflict what becomes of records that are in the database already
 * @param onRejected whether the valid rest is written where records are rejected
 * @param checks which checks are made
 * @param batchSize records of a batch, 1 to 10,000
 * @param timeout the longest that the data transaction may take
 * @param requestedTag the tag to set, null for {@code <profile>-<run id>}
 * @param sourceZone the zone of timestamps that name none
 * @param limits the most that one record may ask of memory
 * @param rejectsFile where rejected records are written as JSON Lines, null for nowhere
 */
public record MigrationOptions(
        Profile profile,
        String source,
        String schema,
        RunMode mode,
        OnConflict onConflict,
        OnRejected onRejected,
        Checks checks,
        int batchSize,
        Duration timeout,
        @Nullable String requestedTag,
        ZoneId sourceZone,
        Limits limits,
        @Nullable Path rejectsFile) {

    public MigrationOptions {
        if (batchSize < 1 || batchSize > 10_000) {
            throw new UsageException("batch size must be 1 to 10000, was " + batchSize, null);
        }
        if (schema.isBlank() || schema.contains("\"")) {
            throw new UsageException(
                    "a schema's name must not be blank nor contain a double quote, was " + schema, null);
        }
        if (timeout.isNegative() || timeout.isZero()) {
            throw new UsageException("timeout must be more than 0, was " + timeout, null);
        }
    }

    /** Migrate this source with every default. */
    public static MigrationOptions of(Profile profile, String source) {
        return new MigrationOptions(
                profile,
                source,
                profile.name(),
                RunMode.MIGRATE,
                OnConflict.SKIP,
                OnRejected.WRITE_NOTHING,
                Checks.ALL,
                profile.defaults().batchSize(),
                Duration.ofMinutes(5),
                null,
                ZoneOffset.UTC,
                Limits.DEFAULT,
                null);
    }

    /** The same with another schema. */
    public MigrationOptions withSchema(String value) {
        return new MigrationOptions(
                profile,
                source,
                value,
                mode,
                onConflict,
                onRejected,
                checks,
                batchSize,
                timeout,
                requestedTag,
                sourceZone,
                limits,
                rejectsFile);
    }

    /** The same, but going this far. */
    public MigrationOptions withMode(RunMode value) {
        return new MigrationOptions(
                profile,
                source,
                schema,
                value,
                onConflict,
                onRejected,
                checks,
                batchSize,
                timeout,
                requestedTag,
                sourceZone,
                limits,
                rejectsFile);
    }

    /** The same with another rule for records that are there already. */
    public MigrationOptions withOnConflict(OnConflict value) {
        return new MigrationOptions(
                profile,
                source,
                schema,
                mode,
                value,
                onRejected,
                checks,
                batchSize,
                timeout,
                requestedTag,
                sourceZone,
                limits,
                rejectsFile);
    }

    /** The same with another rule for rejected records. */
    public MigrationOptions withOnRejected(OnRejected value) {
        return new MigrationOptions(
                profile,
                source,
                schema,
                mode,
                onConflict,
                value,
                checks,
                batchSize,
                timeout,
                requestedTag,
                sourceZone,
                limits,
                rejectsFile);
    }

    /** The same with other checks. */
    public MigrationOptions withChecks(Checks value) {
        return new MigrationOptions(
                profile,
                source,
                schema,
                mode,
                onConflict,
                onRejected,
                value,
                batchSize,
                timeout,
                requestedTag,
                sourceZone,
                limits,
                rejectsFile);
    }

    /** The same with another batch size. */
    public MigrationOptions withBatchSize(int value) {
        return new MigrationOptions(
                profile,
                source,
                schema,
                mode,
                onConflict,
                onRejected,
                checks,
                value,
                timeout,
                requestedTag,
                sourceZone,
                limits,
                rejectsFile);
    }

    /** The same with another timeout. */
    public MigrationOptions withTimeout(Duration value) {
        return new MigrationOptions(
                profile,
                source,
                schema,
                mode,
                onConflict,
                onRejected,
                checks,
                batchSize,
                value,
                requestedTag,
                sourceZone,
                limits,
                rejectsFile);
    }

    /** The same with a tag of the caller's. */
    public MigrationOptions withTag(String value) {
        return new MigrationOptions(
                profile,
                source,
                schema,
                mode,
                onConflict,
                onRejected,
                checks,
                batchSize,
                timeout,
                value,
                sourceZone,
                limits,
                rejectsFile);
    }

    /** The same with another zone for timestamps that name none. */
    public MigrationOptions withSourceZone(ZoneId value) {
        return new MigrationOptions(
                profile,
                source,
                schema,
                mode,
                onConflict,
                onRejected,
                checks,
                batchSize,
                timeout,
                requestedTag,
                value,
                limits,
                rejectsFile);
    }

    /** The same with other limits. */
    public MigrationOptions withLimits(Limits value) {
        return new MigrationOptions(
                profile,
                source,
                schema,
                mode,
                onConflict,
                onRejected,
                checks,
                batchSize,
                timeout,
                requestedTag,
                sourceZone,
                value,
                rejectsFile);
    }

    /** The same with a file for rejected records. */
    public MigrationOptions withRejects(Path value) {
        return new MigrationOptions(
                profile,
                source,
                schema,
                mode,
                onConflict,
                onRejected,
                checks,
                batchSize,
                timeout,
                requestedTag,
                sourceZone,
                limits,
                value);
    }

    /** The tag that was asked for. */
    public Optional<String> tag() {
        return Optional.ofNullable(requestedTag);
    }

    /** Where rejected records are written. */
    public Optional<Path> rejects() {
        return Optional.ofNullable(rejectsFile);
    }

    /** What the run was asked to do, for the ledger. */
    String describe() {
        return "mode=" + mode + " onConflict=" + onConflict + " onRejected=" + onRejected + " checks=" + checks
                + " batchSize=" + batchSize + " timeout=" + timeout + " sourceZone=" + sourceZone;
    }
}
