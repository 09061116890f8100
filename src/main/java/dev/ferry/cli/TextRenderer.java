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
import dev.ferry.report.Palette;
import dev.ferry.report.TextReports;
import dev.ferry.selftest.SelfTestReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Each result as text for people. */
final class TextRenderer implements Renderer {
    private final Appendable out;
    private final TextReports reports;

    TextRenderer(Appendable out, Palette palette) {
        this.out = out;
        this.reports = new TextReports(out, palette);
    }

    @Override
    public void migration(String command, MigrationResult result) {
        if (command.equals(Validate.NAME)) {
            reports.validate(result);
        } else {
            reports.migrate(result);
        }
    }

    @Override
    public void status(StatusReport report) {
        reports.status(report);
    }

    @Override
    public void plan(RollbackPlan plan) {
        reports.rollbackPlan(plan);
    }

    @Override
    public void rollback(RollbackResult result) {
        reports.rollback(result);
    }

    @Override
    public void verification(VerificationResult result) {
        reports.verify(result);
    }

    @Override
    public void plan(String command, RestorePlan plan) {
        reports.restorePlan(plan);
    }

    @Override
    public void restored(String command, RestoreResult result) {
        reports.restored(result);
    }

    @Override
    public void backup(BackupResult result) {
        reports.backup(result);
    }

    @Override
    public void backups(BackupList list) {
        reports.backups(list);
    }

    @Override
    public void selfTest(List<SelfTestReport> reports) {
        this.reports.selfTest(reports);
    }

    @Override
    public void logins(LoginReport report) {
        reports.logins(report);
    }

    @Override
    public void analysis(Analysis analysis) {
        reports.analyze(analysis);
    }

    @Override
    public void plannedCleaning(Cleaning cleaning) {
        reports.plannedCleaning(cleaning);
    }

    @Override
    public void cleaning(Cleaning cleaning) {
        reports.cleaning(cleaning);
    }

    @Override
    public void conversion(Conversion conversion) {
        reports.convert(conversion);
    }

    @Override
    public void profiles(List<Profile> profiles) {
        reports.profiles(profiles);
    }

    /** One setting a line, as a settings file has them; the origin behind it. */
    @Override
    public void settings(List<ShownSetting> settings) throws IOException {
        for (ShownSetting setting : settings) {
            String origin = setting.origin().isEmpty() ? "" : "   # " + setting.origin();
            out.append(setting.name())
                    .append('=')
                    .append(setting.value())
                    .append(origin)
                    .append('\n');
        }
    }

    /** The URL alone, so that {@code psql "$(ferry database url)"} works. */
    @Override
    public void server(Path home, Optional<String> url) throws IOException {
        out.append(url.orElse("stopped")).append('\n');
    }

    @Override
    public void failure(Attempt attempt, FerryException failure) {
        reports.failure(failure);
    }
}
