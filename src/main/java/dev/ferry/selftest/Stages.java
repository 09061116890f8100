package dev.ferry.selftest;

import dev.ferry.backup.Archive;
import dev.ferry.database.Database;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.migration.CommitPlan;
import dev.ferry.migration.Migration;
import dev.ferry.migration.MigrationListener;
import dev.ferry.migration.MigrationOptions;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.Restore;
import dev.ferry.migration.RestoreRequest;
import dev.ferry.migration.Rollback;
import dev.ferry.migration.RollbackRequest;
import dev.ferry.migration.RunMode;
import dev.ferry.migration.Verification;
import dev.ferry.migration.VerificationRequest;
import dev.ferry.migration.VerificationResult;
import dev.ferry.profile.Profile;
import java.nio.file.Path;
import java.util.function.ToLongFunction;

/** The stages as a self-test calls them: for one profile, in one database, without a word. */
final class Stages {
    private final Database database;
    private final Profile profile;
    private final Path good;

    Stages(Database database, Profile profile, Path good) {
        this.database = database;
        this.profile = profile;
        this.good = good;
    }

    /** In one transaction, whatever the profile's default: what batches do is a trial of its own. */
    MigrationOptions options(Path source) {
        return MigrationOptions.of(profile, source.toString()).withCommit(CommitPlan.ATOMIC);
    }

    MigrationResult offline(Path source) {
        return Migration.offline(options(source).withMode(RunMode.VALIDATE), MigrationListener.SILENT)
                .run();
    }

    MigrationResult migrate(MigrationOptions options) {
        MigrationResult result =
                Migration.into(database, options, MigrationListener.SILENT).run();
        result.summary().report().close();
        return result;
    }

    /** Compares the good sample with a schema. */
    VerificationResult verify(String schema) {
        VerificationRequest request = VerificationRequest.of(options(good).withSchema(schema));
        return Verification.of(database, request, MigrationListener.SILENT).run();
    }

    void restore(Path file) {
        try (Archive archive = Archive.open(file)) {
            Restore.into(database, RestoreRequest.of(profile, archive), MigrationListener.SILENT)
                    .run();
        }
    }

    void rollback(RollbackGoal goal, DriftPolicy drift) {
        Rollback.in(database, new RollbackRequest(profile, profile.name(), goal, drift))
                .run();
    }

    static long total(MigrationResult result, ToLongFunction<EntityCount> count) {
        return result.summary().entities().stream().mapToLong(count).sum();
    }
}
