package dev.ferry.selftest;

import static dev.ferry.selftest.BrokenPromise.unless;

import dev.ferry.backup.BackupFolder;
import dev.ferry.database.Database;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.ledger.RunStatus;
import dev.ferry.migration.Backup;
import dev.ferry.migration.CommitPlan;
import dev.ferry.migration.MigrationListener;
import dev.ferry.migration.MigrationOptions;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.OnConflict;
import dev.ferry.migration.OnRejected;
import dev.ferry.migration.RunMode;
import dev.ferry.migration.VerificationResult;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Samples;
import dev.ferry.validate.ConstraintReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What is tried with a profile's samples, each in the state that the trial before it left. */
final class SampleRuns {
    private static final String TAG = "selftest";
    private static final String SCHEMA_TAG = "empty";

    private final Database database;
    private final Profile profile;
    private final String schema;
    private final Path good;
    private final Samples broken;
    private final Stages stages;
    private final BackupFolder backups;
    private final Path scratch;
    private Snapshot before = new Snapshot(Map.of());
    private Snapshot migrated = before;
    private Snapshot changed = before;
    private Optional<Path> backup = Optional.empty();

    SampleRuns(Database database, Profile profile, Path good, Samples broken, Path scratch) {
        this.database = database;
        this.profile = profile;
        this.schema = profile.name();
        this.good = good;
        this.broken = broken;
        this.stages = new Stages(database, profile, good);
        this.scratch = scratch;
        this.backups = new BackupFolder(scratch);
    }

    void validateGood() {
        try (ConstraintReport report = stages.offline(good).summary().report()) {
            unless(
                    report.violationCount() == 0,
                    report.violationCount() + " violations, the first: "
                            + report.listed().stream()
                                    .findFirst()
                                    .map(Object::toString)
                                    .orElse(""));
        }
    }

    Optional<String> validateBroken() {
        if (!broken.areThere()) {
            return Optional.of("the profile has no broken sample");
        }
        try (ConstraintReport report = stages.offline(broken.folder()).summary().report()) {
            unless(report.violationCount() > 0, "none was found");
            return BrokenSample.compare(broken.folder(), report);
        }
    }

    void rehearse() {
        MigrationResult result = stages.migrate(stages.options(good).withMode(RunMode.REHEARSE));
        unless(result instanceof MigrationResult.Rehearsed, "it ended as " + result.status());
        unless(Stages.total(result, EntityCount::inserted) > 0, "it would write nothing");
        unless(snapshot().tables().isEmpty(), "it left tables");
    }

    void migrate() {
        MigrationResult result = stages.migrate(stages.options(good).withTag(TAG));
        unless(result.exitCode() == ExitCode.DONE, "it ended as " + result.status());
        migrated = snapshot();
        long inserted = Stages.total(result, EntityCount::inserted);
        unless(inserted > 0, "nothing was written");
        unless(migrated.rows() >= inserted, inserted + " rows were inserted, " + migrated.rows() + " are there");
    }

    void migrateAgain() {
        writesNothing(stages.options(good));
    }

    void updateSame() {
        writesNothing(stages.options(good).withOnConflict(OnConflict.UPDATE));
    }

    private void writesNothing(MigrationOptions options) {
        MigrationResult result = stages.migrate(options);
        unless(result.exitCode() == ExitCode.DONE, "it ended as " + result.status());
        long written = Stages.total(result, count -> count.inserted() + count.updated() + count.deleted());
        unless(written == 0, written + " rows were written");
        migrated.requireSame(snapshot(), "afterwards");
    }

    void verifySame() {
        try (VerificationResult result = stages.verify(schema)) {
            unless(
                    result.status() == RunStatus.COMPLETED,
                    "it ended as " + result.status() + ": "
                            + result.differences().listed().stream()
                                    .findFirst()
                                    .map(Object::toString)
                                    .orElse(""));
        }
    }

    void backUp() {
        backup = Optional.of(new Backup(profile, backups, OptionalInt.empty())
                .of(database, schema, MigrationListener.SILENT)
                .backup()
                .file());
        migrated.requireSame(snapshot(), "afterwards");
    }

    Optional<String> changeByHand() {
        HandMadeChange change = new HandMadeChange(profile, schema);
        boolean made = false;
        for (HandMadeChange.Place place : change.places(database)) {
            if (change.make(database, place)) {
                made = true;
                try (VerificationResult result = stages.verify(schema)) {
                    if (result.status() == RunStatus.MISMATCHED) {
                        changed = snapshot();
                        return Optional.empty();
                    }
                }
            }
        }
        changed = snapshot();
        unless(!made, "no change of any column was found");
        return Optional.of("no table has a column that may be NULL");
    }

    Optional<String> updateChanged() {
        if (isUnchanged()) {
            return nothingChanged();
        }
        MigrationResult result = stages.migrate(stages.options(good).withOnConflict(OnConflict.UPDATE));
        unless(Stages.total(result, EntityCount::updated) > 0, "no row was updated");
        verifySame();
        return Optional.empty();
    }

    Optional<String> rollBackUpdate() {
        if (isUnchanged()) {
            return nothingChanged();
        }
        stages.rollback(new RollbackGoal.NewestRun(), DriftPolicy.ABORT);
        changed.requireSame(snapshot(), "afterwards");
        return Optional.empty();
    }

    private boolean isUnchanged() {
        return changed.equals(migrated);
    }

    private static Optional<String> nothingChanged() {
        return Optional.of("no value was changed");
    }

    void restore() {
        stages.restore(backup.orElseThrow(() -> new BrokenPromise("there is no backup")));
        migrated.requireSame(snapshot(), "afterwards");
    }

    void rollBackRestore() {
        stages.rollback(new RollbackGoal.NewestRun(), DriftPolicy.ABORT);
        changed.requireSame(snapshot(), "afterwards");
        restore();
    }

    void refuseDamaged() {
        Path file = backup.orElseThrow(() -> new BrokenPromise("there is no backup"));
        Path damaged = scratch.resolve("damaged" + BackupFolder.EXTENSION);
        try {
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 1;
            Files.write(damaged, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            stages.restore(damaged);
            throw new BrokenPromise("it was restored");
        } catch (RefusalException e) {
            migrated.requireSame(snapshot(), "afterwards");
        }
    }

    Optional<String> refuseBroken() {
        if (!broken.areThere()) {
            return Optional.of("the profile has no broken sample");
        }
        MigrationResult result = stages.migrate(stages.options(broken.folder()));
        unless(result.exitCode() == ExitCode.CONTENT, "it ended as " + result.status());
        migrated.requireSame(snapshot(), "afterwards");
        return Optional.empty();
    }

    Optional<String> forceBroken() {
        if (!broken.areThere()) {
            return Optional.of("the profile has no broken sample");
        }
        MigrationResult result =
                stages.migrate(stages.options(broken.folder()).withOnRejected(OnRejected.WRITE_THE_REST));
        if (result.exitCode() == ExitCode.CONTENT) {
            migrated.requireSame(snapshot(), "afterwards");
            return Optional.of("its syntax is broken, so that nothing of it can be written");
        }
        unless(result.exitCode() == ExitCode.PARTIAL, "it ended as " + result.status());
        stages.rollback(new RollbackGoal.NewestRun(), DriftPolicy.ABORT);
        migrated.requireSame(snapshot(), "taken back");
        return Optional.empty();
    }

    void commitBatches() {
        String other = schema + "_batches";
        MigrationResult result = stages.migrate(
                stages.options(good).withSchema(other).withBatchSize(2).withCommit(CommitPlan.batches(2)));
        unless(result.exitCode() == ExitCode.DONE, "it ended as " + result.status());
        Snapshot rows = Snapshot.of(database, other);
        migrated.tables()
                .forEach((table, expected) -> unless(
                        rows.tables().getOrDefault(table, List.of()).size() == expected.size(),
                        table + " has not the same number of rows"));
        try (VerificationResult verified = stages.verify(other)) {
            unless(verified.status() == RunStatus.COMPLETED, "verification ended as " + verified.status());
        }
    }

    /** Values that were changed by hand before the restore are drift of the run before it. */
    void rollBackAll() {
        stages.rollback(new RollbackGoal.ToTag(TAG), DriftPolicy.FORCE);
        long reference = Stages.total(
                stages.migrate(MigrationOptions.of(profile, good.toString()).withMode(RunMode.REHEARSE)),
                EntityCount::skipped);
        unless(reference == 0, reference + " rows of the source are still there");
    }

    Optional<String> rollBackSchema() {
        try {
            stages.rollback(new RollbackGoal.ToTag(SCHEMA_TAG), DriftPolicy.FORCE);
        } catch (FerryException e) {
            if (e.exitCode() == ExitCode.USAGE) {
                return Optional.of("the profile's changelog has no tag '" + SCHEMA_TAG + "' before its first table");
            }
            throw e;
        }
        unless(snapshot().tables().isEmpty(), "there are tables left");
        MigrationResult result = stages.migrate(stages.options(good));
        unless(result.exitCode() == ExitCode.DONE, "the next migration ended as " + result.status());
        verifySame();
        return Optional.empty();
    }

    private Snapshot snapshot() {
        return Snapshot.of(database, schema);
    }
}
