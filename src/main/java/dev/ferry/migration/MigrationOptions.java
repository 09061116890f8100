package dev.ferry.migration;

import dev.ferry.database.Database;
import dev.ferry.failure.UsageException;
import dev.ferry.filter.RowFilter;
import dev.ferry.ledger.TagName;
import dev.ferry.password.PasswordHash;
import dev.ferry.profile.CommitMode;
import dev.ferry.profile.Profile;
import dev.ferry.profile.ReferenceStep;
import dev.ferry.profile.Step;
import dev.ferry.source.Limits;
import dev.ferry.source.Section;
import dev.ferry.source.SourceNames;
import dev.ferry.write.WriterChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
 * @param existingRows what becomes of the rows that the tables have before
 * @param checks which checks are made
 * @param entities the tables to fill, by name; all where it is empty
 * @param batchSize records of a batch, 1 to 10,000
 * @param timeout the longest that the data transaction may take
 * @param requestedTag the tag to set, null for {@code <profile>-<run id>}
 * @param sourceZone the zone of timestamps that name none
 * @param limits the most that one record may ask of memory
 * @param rejectsFile where rejected records are written as JSON Lines, null for nowhere
 * @param sourceDatabase the database that the source is, null for a file or folder
 * @param sourceNames what the source's database calls tables and columns
 * @param filters which records are wanted, by section; all where a section has none
 * @param deleted what becomes of records that the source holds for deleted
 * @param passwordHash how passwords are hashed
 * @param credentialsFile where generated passwords are written, null where none are generated
 * @param commit how it commits
 * @param writer by which lane rows are written
 * @param maxErrors the most records that may be rejected before it stops
 * @param backupOptions whether and where a backup is taken before anything is written, null for never
 */
public record MigrationOptions(
        Profile profile,
        String source,
        String schema,
        RunMode mode,
        OnConflict onConflict,
        OnRejected onRejected,
        ExistingRows existingRows,
        Checks checks,
        Set<String> entities,
        int batchSize,
        Duration timeout,
        @Nullable String requestedTag,
        ZoneId sourceZone,
        Limits limits,
        @Nullable Path rejectsFile,
        @Nullable Database sourceDatabase,
        SourceNames sourceNames,
        Map<Section, RowFilter> filters,
        Deleted deleted,
        PasswordHash passwordHash,
        @Nullable Path credentialsFile,
        CommitPlan commit,
        WriterChoice writer,
        long maxErrors,
        @Nullable BackupOptions backupOptions) {

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
        if (maxErrors < 0) {
            throw new UsageException("the most errors must be 0 or more, were " + maxErrors, null);
        }
        if (credentialsFile != null && commit.mode() == CommitMode.BATCH) {
            throw new UsageException(
                    "generated passwords are handed over when all of a run is committed, which needs one transaction",
                    "give --commit atomic with --credentials-file");
        }
        if (requestedTag != null) {
            TagName.requireNew(requestedTag);
        }
        entities = ChosenSteps.requireKnown(profile, entities);
        filters = Map.copyOf(filters);
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
                ExistingRows.STAY,
                Checks.ALL,
                Set.of(),
                profile.defaults().batchSize(),
                Duration.ofMinutes(5),
                null,
                ZoneOffset.UTC,
                Limits.DEFAULT,
                null,
                null,
                SourceNames.OWN,
                Map.of(),
                Deleted.LEFT_OUT,
                PasswordHash.BCRYPT,
                null,
                new CommitPlan(profile.defaults().commit(), profile.defaults().workers(), CommitPlan.Start.NEW),
                WriterChoice.AUTO,
                Long.MAX_VALUE,
                null);
    }

    /** The same with another schema. */
    public MigrationOptions withSchema(String value) {
        return with(draft -> draft.schema = value);
    }

    /** The same, but going this far. */
    public MigrationOptions withMode(RunMode value) {
        return with(draft -> draft.mode = value);
    }

    /** The same with another rule for records that are there already. */
    public MigrationOptions withOnConflict(OnConflict value) {
        return with(draft -> draft.onConflict = value);
    }

    /** The same with another rule for rejected records. */
    public MigrationOptions withOnRejected(OnRejected value) {
        return with(draft -> draft.onRejected = value);
    }

    /** The same with another fate of the rows that are there before. */
    public MigrationOptions withExistingRows(ExistingRows value) {
        return with(draft -> draft.existingRows = value);
    }

    /** The same for these tables only. */
    public MigrationOptions withEntities(Set<String> value) {
        return with(draft -> draft.entities = value);
    }

    /** The same with other checks. */
    public MigrationOptions withChecks(Checks value) {
        return with(draft -> draft.checks = value);
    }

    /** The same with another batch size. */
    public MigrationOptions withBatchSize(int value) {
        return with(draft -> draft.batchSize = value);
    }

    /** The same with another timeout. */
    public MigrationOptions withTimeout(Duration value) {
        return with(draft -> draft.timeout = value);
    }

    /** The same with a tag of the caller's. */
    public MigrationOptions withTag(String value) {
        return with(draft -> draft.requestedTag = value);
    }

    /** The same with another zone for timestamps that name none. */
    public MigrationOptions withSourceZone(ZoneId value) {
        return with(draft -> draft.sourceZone = value);
    }

    /** The same with other limits. */
    public MigrationOptions withLimits(Limits value) {
        return with(draft -> draft.limits = value);
    }

    /** The same with a file for rejected records. */
    public MigrationOptions withRejects(Path value) {
        return with(draft -> draft.rejectsFile = value);
    }

    /** The same, but the source is a database; {@link #source} is what it is called. */
    public MigrationOptions withSourceDatabase(Database value, SourceNames names) {
        return with(draft -> {
            draft.sourceDatabase = value;
            draft.sourceNames = names;
        });
    }

    /** The same for these records only. */
    public MigrationOptions withFilters(Map<Section, RowFilter> value) {
        return with(draft -> draft.filters = value);
    }

    /** The same with another rule for records that the source holds for deleted. */
    public MigrationOptions withDeleted(Deleted value) {
        return with(draft -> draft.deleted = value);
    }

    /** The same with another way of hashing passwords. */
    public MigrationOptions withPasswordHash(PasswordHash value) {
        return with(draft -> draft.passwordHash = value);
    }

    /** The same, with passwords generated where the source has none. */
    public MigrationOptions withCredentials(Path value) {
        return with(draft -> draft.credentialsFile = value);
    }

    /** The same, committing in another way. */
    public MigrationOptions withCommit(CommitPlan value) {
        return with(draft -> draft.commit = value);
    }

    /** The same, writing rows by another lane. */
    public MigrationOptions withWriter(WriterChoice value) {
        return with(draft -> draft.writer = value);
    }

    /** The same, stopping when more records than these are rejected. */
    public MigrationOptions withMaxErrors(long value) {
        return with(draft -> draft.maxErrors = value);
    }

    /** The same with a backup before anything is written. */
    public MigrationOptions withBackup(BackupOptions value) {
        return with(draft -> draft.backupOptions = value);
    }

    /** Whether and where a backup is taken. */
    public Optional<BackupOptions> backup() {
        return Optional.ofNullable(backupOptions);
    }

    /** The database that the source is. */
    public Optional<Database> database() {
        return Optional.ofNullable(sourceDatabase);
    }

    /** Where generated passwords are written. */
    public Optional<Path> credentials() {
        return Optional.ofNullable(credentialsFile);
    }

    /** The tag that was asked for. */
    public Optional<String> tag() {
        return Optional.ofNullable(requestedTag);
    }

    /** Where rejected records are written. */
    public Optional<Path> rejects() {
        return Optional.ofNullable(rejectsFile);
    }

    /** The steps to take. */
    List<Step> steps() {
        return new ChosenSteps(profile, mode, entities).steps();
    }

    /** The steps of the profile's reference data. */
    List<ReferenceStep<?>> referenceSteps() {
        return ChosenSteps.ofReferenceData(profile);
    }

    /** Whether batches are committed one by one. */
    boolean commitsBatches() {
        return mode == RunMode.MIGRATE && commit.mode() == CommitMode.BATCH;
    }

    private MigrationOptions with(Consumer<OptionsDraft> change) {
        OptionsDraft draft = new OptionsDraft(this);
        change.accept(draft);
        return draft.finish();
    }
}
