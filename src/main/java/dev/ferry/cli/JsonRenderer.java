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
import dev.ferry.report.Command;
import dev.ferry.report.ConfiguredSetting;
import dev.ferry.report.EmbeddedServer;
import dev.ferry.report.EmbeddedServer.State;
import dev.ferry.report.JsonDocuments;
import dev.ferry.selftest.SelfTestReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Each result as the one JSON document that scripts rely on. */
final class JsonRenderer implements Renderer {
    private final JsonDocuments documents;

    JsonRenderer(Appendable out) {
        documents = new JsonDocuments(out);
    }

    /** The document of a command, whose name may have a second word. */
    static Command document(String command) {
        return Command.of(command.split(" ", 2)[0]);
    }

    @Override
    public void migration(String command, MigrationResult result) {
        switch (document(command)) {
            case VALIDATE -> documents.validate(result);
            case SETUP -> documents.setup(result);
            default -> documents.migrate(result);
        }
    }

    @Override
    public void status(StatusReport report) {
        documents.status(report);
    }

    @Override
    public void plan(RollbackPlan plan) {
        documents.rollbackPlan(plan);
    }

    @Override
    public void rollback(RollbackResult result) {
        documents.rollback(result);
    }

    @Override
    public void verification(VerificationResult result) {
        documents.verify(result);
    }

    @Override
    public void plan(String command, RestorePlan plan) {
        documents.restorePlan(document(command), plan);
    }

    @Override
    public void restored(String command, RestoreResult result) {
        documents.restored(document(command), result);
    }

    @Override
    public void backup(BackupResult result) {
        documents.backup(result);
    }

    @Override
    public void backups(BackupList list) {
        documents.backups(list);
    }

    @Override
    public void selfTest(List<SelfTestReport> reports) {
        documents.selfTest(reports);
    }

    @Override
    public void logins(LoginReport report) {
        documents.logins(report);
    }

    @Override
    public void analysis(Analysis analysis) {
        documents.analyze(analysis);
    }

    @Override
    public void plannedCleaning(Cleaning cleaning) {
        documents.plannedCleaning(cleaning);
    }

    @Override
    public void cleaning(Cleaning cleaning) {
        documents.cleaning(cleaning);
    }

    @Override
    public void conversion(Conversion conversion) {
        documents.convert(conversion);
    }

    @Override
    public void profiles(List<Profile> profiles) {
        documents.profiles(profiles);
    }

    @Override
    public void settings(List<ShownSetting> settings) {
        documents.config(settings.stream()
                .map(setting -> new ConfiguredSetting(
                        setting.name(),
                        setting.value().isEmpty() ? Optional.empty() : Optional.of(setting.value()),
                        setting.origin()))
                .toList());
    }

    @Override
    public void server(Path home, Optional<String> url) {
        documents.database(new EmbeddedServer(url.isPresent() ? State.RUNNING : State.STOPPED, home.toString(), url));
    }

    @Override
    public void failure(Attempt attempt, FerryException failure) {
        documents.failure(attempt, failure);
    }
}
