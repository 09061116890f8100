package dev.ferry.migration;

import dev.ferry.database.Database;
import dev.ferry.filter.RowFilter;
import dev.ferry.password.PasswordHash;
import dev.ferry.profile.Profile;
import dev.ferry.source.Limits;
import dev.ferry.source.Section;
import dev.ferry.source.SourceNames;
import dev.ferry.write.WriterChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A copy on its way to become other options. */
final class OptionsDraft {
    private final Profile profile;
    private final String source;
    String schema;
    RunMode mode;
    OnConflict onConflict;
    OnRejected onRejected;
    ExistingRows existingRows;
    Checks checks;
    Set<String> entities;
    int batchSize;
    Duration timeout;

    @Nullable
    String requestedTag;

    ZoneId sourceZone;
    Limits limits;

    @Nullable
    Path rejectsFile;

    @Nullable
    Database sourceDatabase;

    SourceNames sourceNames;
    Map<Section, RowFilter> filters;
    Deleted deleted;
    PasswordHash passwordHash;

    @Nullable
    Path credentialsFile;

    CommitPlan commit;
    WriterChoice writer;
    long maxErrors;

    @Nullable
    BackupOptions backupOptions;

    OptionsDraft(MigrationOptions options) {
        this.profile = options.profile();
        this.source = options.source();
        this.schema = options.schema();
        this.mode = options.mode();
        this.onConflict = options.onConflict();
        this.onRejected = options.onRejected();
        this.existingRows = options.existingRows();
        this.checks = options.checks();
        this.entities = options.entities();
        this.batchSize = options.batchSize();
        this.timeout = options.timeout();
        this.requestedTag = options.requestedTag();
        this.sourceZone = options.sourceZone();
        this.limits = options.limits();
        this.rejectsFile = options.rejectsFile();
        this.sourceDatabase = options.sourceDatabase();
        this.sourceNames = options.sourceNames();
        this.filters = options.filters();
        this.deleted = options.deleted();
        this.passwordHash = options.passwordHash();
        this.credentialsFile = options.credentialsFile();
        this.commit = options.commit();
        this.writer = options.writer();
        this.maxErrors = options.maxErrors();
        this.backupOptions = options.backupOptions();
    }

    MigrationOptions finish() {
        return new MigrationOptions(
                profile,
                source,
                schema,
                mode,
                onConflict,
                onRejected,
                existingRows,
                checks,
                entities,
                batchSize,
                timeout,
                requestedTag,
                sourceZone,
                limits,
                rejectsFile,
                sourceDatabase,
                sourceNames,
                filters,
                deleted,
                passwordHash,
                credentialsFile,
                commit,
                writer,
                maxErrors,
                backupOptions);
    }
}
