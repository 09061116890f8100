package dev.ferry.cli;

import dev.ferry.backup.BackupFolder;
import dev.ferry.convert.Conversion;
import dev.ferry.convert.FileFormat;
import dev.ferry.database.Database;
import dev.ferry.migration.Analysis;
import dev.ferry.migration.BackupResult;
import dev.ferry.migration.Logins;
import dev.ferry.migration.MigrationListener;
import dev.ferry.migration.MigrationOptions;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.RestorePlan;
import dev.ferry.migration.RestoreRequest;
import dev.ferry.migration.RestoreResult;
import dev.ferry.migration.RollbackPlan;
import dev.ferry.migration.RollbackRequest;
import dev.ferry.migration.RollbackResult;
import dev.ferry.migration.Setup.Cleaning;
import dev.ferry.migration.StatusReport;
import dev.ferry.migration.VerificationRequest;
import dev.ferry.migration.VerificationResult;
import dev.ferry.profile.Profile;
import dev.ferry.redaction.Redactor;
import dev.ferry.report.UnfinishedReport;
import dev.ferry.selftest.Check;
import dev.ferry.selftest.SelfTestReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Everything that the commands need of the other packages. */
interface Stages {
    /**
     * The profiles that are installed, by name.
     *
     * @param plugins jars and folders with further ones
     */
    List<Profile> profiles(List<Path> plugins);

    /**
     * The database at a URL; nothing is connected yet.
     *
     * @param url as the user gave it, with or without a password
     * @param environment where libpq's variables are looked up
     * @param redactor is told of a password that is found elsewhere
     */
    Database remote(String url, Map<String, String> environment, PasswordPrompt prompt, Redactor redactor);

    /** The embedded PostgreSQL that keeps its data in this folder, started where it does not run. */
    Database embedded(Path home);

    /** The embedded PostgreSQL of this folder as a server for other programs. */
    Server server(Path home);

    /** Runs a migration, a rehearsal or a validation; a database is given where the mode needs one. */
    MigrationResult migrate(MigrationOptions options, Optional<Database> database, MigrationListener listener);

    /** What the ledger knows of these profiles, in this schema or in each profile's own. */
    StatusReport status(Database database, List<Profile> profiles, Optional<String> schema);

    /** Compares a source with a database. */
    VerificationResult verify(VerificationRequest request, Database database, MigrationListener listener);

    /** Writes what a verification found in the format that the file's extension names. */
    void writeReport(Path file, VerificationResult result, Redactor redactor);

    /** Takes a profile's samples through everything, on a database that is thrown away. */
    SelfTestReport selfTest(Profile profile, Consumer<Check> told);

    /** The logins of a profile's users in a database. */
    Logins logins(Database database, Profile profile, String schema);

    /** What a rollback would take back. */
    RollbackPlan plan(Database database, RollbackRequest request);

    /** Takes back. */
    RollbackResult rollback(Database database, RollbackRequest request);

    /** Saves a profile's tables. */
    BackupResult backup(
            Database database,
            Profile profile,
            String schema,
            BackupFolder folder,
            OptionalInt keep,
            MigrationListener listener);

    /** Saves a source's files. */
    BackupResult backupSource(Profile profile, String location, BackupFolder folder, OptionalInt keep);

    /** What a restore would do. */
    RestorePlan plan(Database database, RestoreRequest request);

    /** Restores. */
    RestoreResult restore(Database database, RestoreRequest request, MigrationListener listener);

    /** Lays a source and a target side by side; nothing is written. */
    Analysis analyze(MigrationOptions options, Optional<Database> target, Analysis.Depth depth);

    /** Checks that a report file can hold an analysis, before one is made. */
    void checkAnalysis(Path file);

    /** Writes an analysis in the format that the file's extension names. */
    void writeAnalysis(Path file, Analysis analysis, Redactor redactor);

    /** Takes a profile's reference data away where nothing holds it. */
    Cleaning clean(Database database, Profile profile, String schema);

    /** What taking it away would do. */
    Cleaning rehearseCleaning(Database database, Profile profile, String schema);

    /** Writes a source's sections as files. */
    Conversion convert(MigrationOptions options, FileFormat format, Path folder);

    /** Checks that a report file's format is known, before a run. */
    void checkReport(Path file);

    /** Writes the constraint report in the format that the file's extension names. */
    void writeReport(Path file, String command, MigrationResult result, Redactor redactor);

    /** Writes the same before the run is committed, and not under its name yet. */
    UnfinishedReport prepareReport(Path file, String command, MigrationResult result, Redactor redactor);

    /** The JSON schema of a command's document. */
    Optional<String> schema(String command);

    /** Writes results as text for people. */
    Renderer text(Appendable out, Style style);

    /** Writes each result as one JSON document. */
    Renderer json(Appendable out);
}
