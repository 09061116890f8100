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
import org.jspecify.annotations.NullMarked;

/** Writes each result as a line that begins with its form. */
@NullMarked
record FakeRenderer(Appendable out, String form) implements Renderer {
    @Override
    public void migration(String command, MigrationResult result) throws IOException {
        line(command + " " + result.status());
    }

    @Override
    public void status(StatusReport report) throws IOException {
        line("status of " + report.runs().size() + " runs");
    }

    @Override
    public void plannedCleaning(Cleaning cleaning) throws IOException {
        line("would clean");
    }

    @Override
    public void cleaning(Cleaning cleaning) throws IOException {
        line("cleaned");
    }

    @Override
    public void plan(RollbackPlan plan) throws IOException {
        line("plan of " + plan.runs().size() + " runs");
    }

    @Override
    public void rollback(RollbackResult result) throws IOException {
        line("rolled back " + result.plan().runs().size() + " runs");
    }

    @Override
    public void plan(String command, RestorePlan plan) throws IOException {
        line(command + " plan of " + plan.tables().size() + " tables");
    }

    @Override
    public void restored(String command, RestoreResult result) throws IOException {
        line(command + " restored");
    }

    @Override
    public void backup(BackupResult result) throws IOException {
        line("backup taken");
    }

    @Override
    public void backups(BackupList list) throws IOException {
        line("backups " + list.backups().size());
    }

    @Override
    public void verification(VerificationResult result) throws IOException {
        line("verification " + result.status());
    }

    @Override
    public void selfTest(List<SelfTestReport> reports) throws IOException {
        line("selftest of " + reports.size());
    }

    @Override
    public void logins(LoginReport logins) throws IOException {
        line("logins " + logins.checks().size());
    }

    @Override
    public void analysis(Analysis analysis) throws IOException {
        line("analysis of " + analysis.source());
    }

    @Override
    public void conversion(Conversion conversion) throws IOException {
        line("converted " + conversion.files());
    }

    @Override
    public void profiles(List<Profile> profiles) throws IOException {
        line("profiles " + profiles.stream().map(Profile::name).toList());
    }

    @Override
    public void settings(List<ShownSetting> settings) throws IOException {
        for (ShownSetting setting : settings) {
            line(setting.name() + "=" + setting.value() + " <" + setting.origin() + ">");
        }
    }

    @Override
    public void server(Path home, Optional<String> url) throws IOException {
        line("server " + url.orElse("stopped"));
    }

    @Override
    public void failure(Attempt attempt, FerryException failure) throws IOException {
        line("failure of " + attempt.command().word()
                + attempt.profile().map(name -> " -p " + name).orElse("")
                + attempt.run().map(id -> " run " + id).orElse("") + " "
                + failure.exitCode().status() + ": " + failure.getMessage());
    }

    private void line(String text) throws IOException {
        out.append(form).append(text).append("\n");
    }
}
