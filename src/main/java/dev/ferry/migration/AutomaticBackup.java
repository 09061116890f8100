package dev.ferry.migration;

import dev.ferry.backup.BackupFile;
import dev.ferry.database.Database;
import dev.ferry.ledger.RunId;
import dev.ferry.profile.Step;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The backup that a run takes of the tables that it may change, before its transaction begins. */
final class AutomaticBackup {
    private AutomaticBackup() {}

    /** Takes it, where the run is to have one. */
    static Optional<BackupFile> before(
            MigrationOptions options, @Nullable Database database, Target target, MigrationListener listener) {
        Optional<BackupOptions> wanted = options.backup();
        if (database == null || wanted.isEmpty() || !isDue(wanted.get().when(), options, target)) {
            return Optional.empty();
        }
        BackupOptions backup = wanted.get();
        target.pause();
        // One that goes on may have saved the tables under its name before it stopped; they may have changed since.
        RunId moment = target.run()
                .filter(run -> !options.commit().isResumed())
                .orElseGet(() -> RunId.startingAt(Instant.now()));
        BackupResult taken = new Backup(options.profile(), backup.folder(), backup.keep())
                .of(database, options.schema(), moment, listener);
        listener.backedUp(taken);
        return Optional.of(taken.backup());
    }

    private static boolean isDue(BackupOptions.When when, MigrationOptions options, Target target) {
        // One that goes on has saved the tables when it began; they are no longer as they were.
        if (options.mode() != RunMode.MIGRATE || target.goesOn()) {
            return false;
        }
        return switch (when) {
            case NEVER -> false;
            case ALWAYS -> true;
            case ROWS_MAY_CHANGE ->
                mayChange(options) && Step.tables(options.steps()).stream().anyMatch(table -> !target.isEmpty(table));
        };
    }

    private static boolean mayChange(MigrationOptions options) {
        return options.onConflict() == OnConflict.UPDATE || options.existingRows() == ExistingRows.TRUNCATED;
    }
}
