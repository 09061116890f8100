package dev.ferry.report;

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
import dev.ferry.report.Table.Column;
import dev.ferry.selftest.SelfTestReport;
import dev.ferry.validate.ConstraintReport;
import java.util.List;

/**
 * Writes results for people at a terminal.
 *
 * <p>Whatever comes from the data is shown with control and direction characters escaped, so that no value can act on
 * the terminal. Not thread-safe. The target is flushed, never closed.
 */
public final class TextReports {
    private final AppendableWriter out;
    private final Palette palette;

    /**
     * @param out where the text goes, lines ending in {@code \n}
     * @throws java.io.UncheckedIOException by every method here, where the target fails
     */
    public TextReports(Appendable out, Palette palette) {
        this.out = new AppendableWriter(out);
        this.palette = palette;
    }

    /** Writes how a run ended; of violations that are alike, the first places and the count. */
    public void migrate(MigrationResult result) {
        new MigrationText(out, palette).writeSamples(Outcome.of(Command.MIGRATE, result));
        out.flush();
    }

    /** Writes what a check found; of violations that are alike, the first places and the count. */
    public void validate(MigrationResult result) {
        new MigrationText(out, palette).writeSamples(Outcome.of(Command.VALIDATE, result));
        out.flush();
    }

    /** Writes what the ledger knows. */
    public void status(StatusReport report) {
        new StatusText(out, palette).write(report);
        out.flush();
    }

    /** Writes how a verification came out; of differences that are alike, the first places and the count. */
    public void verify(VerificationResult result) {
        try (ConstraintReport findings = VerificationFindings.of(result)) {
            new MigrationText(out, palette).writeSamples(Outcome.of(result, findings));
        }
        out.flush();
    }

    /** Writes which promises profiles kept. */
    public void selfTest(List<SelfTestReport> results) {
        new SelfTestText(out, palette).write(results);
    }

    /** Writes how logins came out. */
    public void logins(LoginReport report) {
        new LoginText(out, palette).write(report);
        out.flush();
    }

    /** Writes what a rollback would take back. */
    public void rollbackPlan(RollbackPlan plan) {
        new RollbackText(out, palette).write(plan);
        out.flush();
    }

    /** Writes what a rollback took back. */
    public void rollback(RollbackResult result) {
        new RollbackText(out, palette).write(result);
        out.flush();
    }

    /** Writes what a restore would do. */
    public void restorePlan(RestorePlan plan) {
        new RestoreText(out, palette).write(plan);
        out.flush();
    }

    /** Writes what a restore did. */
    public void restored(RestoreResult result) {
        new RestoreText(out, palette).write(result);
        out.flush();
    }

    /** Writes which backup was taken. */
    public void backup(BackupResult result) {
        new BackupText(out, palette).write(result);
        out.flush();
    }

    /** Writes which backups are there. */
    public void backups(BackupList list) {
        new BackupText(out, palette).write(list);
        out.flush();
    }

    /** Writes what a cleaning of reference data would take away. */
    public void plannedCleaning(Cleaning cleaning) {
        new CleaningText(out, palette).write("Would take away: ", cleaning);
        out.flush();
    }

    /** Writes what a cleaning of reference data took away. */
    public void cleaning(Cleaning cleaning) {
        new CleaningText(out, palette).write("Taken away: ", cleaning);
        out.flush();
    }

    /** Writes which files a conversion wrote. */
    public void convert(Conversion conversion) {
        List<List<String>> rows = conversion.files().stream()
                .map(file -> List.of(
                        Visible.text(file.section()),
                        Quantity.count(file.records()),
                        Visible.text(file.file().toString())))
                .toList();
        new Table(List.of(Column.words("section"), Column.number("records"), Column.words("file")), rows)
                .lines()
                .forEach(out::line);
        out.flush();
    }

    /** Writes the profiles that can be run. */
    public void profiles(List<Profile> profiles) {
        new ProfileText(out, palette).write(profiles);
        out.flush();
    }

    /** Writes what a source has and a target, side by side. */
    public void analyze(Analysis analysis) {
        new AnalysisText(out, palette).write(analysis);
        out.flush();
    }

    /** Writes what failed, where, and what to do; never the stack trace. */
    public void failure(FerryException failure) {
        new FailureText(out, palette).write(failure);
        out.flush();
    }
}
