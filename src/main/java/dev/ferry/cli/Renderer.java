package dev.ferry.cli;

import dev.ferry.backup.BackupList;
import dev.ferry.convert.Conversion;
import dev.ferry.failure.FerryException;
import dev.ferry.migration.Analysis;
import dev.ferry.migration.BackupResult;
import dev.ferry.migration.LoginReport;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.RestorePlan;
import dev.ferry.migration.RestoreResult;
import dev.ferry.migration.RollbackPlan;
import dev.ferry.migration.RollbackResult;
import dev.ferry.migration.Setup.Cleaning;
import dev.ferry.migration.StatusReport;
import dev.ferry.migration.VerificationResult;
import dev.ferry.profile.Profile;
import dev.ferry.report.Attempt;
import dev.ferry.selftest.SelfTestReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Writes a command's result. A command calls exactly one of these, once. */
interface Renderer {
    /** The result of {@code migrate} or {@code validate}. */
    void migration(String command, MigrationResult result) throws IOException;

    /** The runs and the state of the target; of one run with its batches where one is asked for. */
    void status(StatusReport report) throws IOException;

    /** What a rollback would take back. */
    void plan(RollbackPlan plan) throws IOException;

    /** What a rollback took back. */
    void rollback(RollbackResult result) throws IOException;

    /** How a verification came out. */
    void verification(VerificationResult result) throws IOException;

    /** What a restore would do, for {@code restore} or {@code rollback}. */
    void plan(String command, RestorePlan plan) throws IOException;

    /** What a restore did, for {@code restore} or {@code rollback}. */
    void restored(String command, RestoreResult result) throws IOException;

    /** A backup that was taken. */
    void backup(BackupResult result) throws IOException;

    /** The backups that are there. */
    void backups(BackupList list) throws IOException;

    /** Which promises profiles kept. */
    void selfTest(List<SelfTestReport> reports) throws IOException;

    /** How logins came out. */
    void logins(LoginReport report) throws IOException;

    /** What a source has and a target. */
    void analysis(Analysis analysis) throws IOException;

    /** What a cleaning of reference data would take away. */
    void plannedCleaning(Cleaning cleaning) throws IOException;

    /** What a cleaning of reference data took away. */
    void cleaning(Cleaning cleaning) throws IOException;

    /** The files that a conversion wrote. */
    void conversion(Conversion conversion) throws IOException;

    /** The profiles that are installed. */
    void profiles(List<Profile> profiles) throws IOException;

    /** Settings with their values; origins are given where they were asked for. */
    void settings(List<ShownSetting> settings) throws IOException;

    /** The embedded server of a folder after {@code database start|stop|url}; without a URL it does not run. */
    void server(Path home, Optional<String> url) throws IOException;

    /** A failure of any command; text goes to standard error instead. */
    void failure(Attempt attempt, FerryException failure) throws IOException;
}
