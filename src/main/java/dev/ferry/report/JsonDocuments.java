package dev.ferry.report;

import dev.ferry.backup.BackupList;
import dev.ferry.convert.Conversion;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.migration.Analysis;
import dev.ferry.migration.BackupResult;
import dev.ferry.migration.LoginReport;
import dev.ferry.migration.LoginReport.Outcome;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.RestorePlan;
import dev.ferry.migration.RestoreResult;
import dev.ferry.migration.RollbackPlan;
import dev.ferry.migration.RollbackResult;
import dev.ferry.migration.Setup.Cleaning;
import dev.ferry.migration.StatusReport;
import dev.ferry.migration.VerificationResult;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Step;
import dev.ferry.report.JsonOutput.Layout;
import dev.ferry.selftest.SelfTestReport;
import dev.ferry.validate.ConstraintReport;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Writes the documents that {@code --json} prints: one JSON object in one line for each call, and a newline.
 *
 * <p>Their schemas are {@link Command#schema}; a member is added to a version, never renamed or taken away. Half of a
 * surrogate pair, which UTF-8 cannot carry, is written as the six characters of its escape. Not thread-safe. The target
 * is flushed, never closed; that it encodes as UTF-8 is the caller's part.
 */
public final class JsonDocuments {
    /** The version of every document's format, and of its schema. */
    public static final int FORMAT_VERSION = 1;

    private final Appendable out;

    /**
     * @param out where documents go
     * @throws java.io.UncheckedIOException by every method here, where the target fails
     */
    public JsonDocuments(Appendable out) {
        this.out = out;
    }

    /** Writes how a run ended, with at most {@link ConstraintReport#LISTED} violations and their exact count. */
    public void migrate(MigrationResult result) {
        listed(Command.MIGRATE, result);
    }

    /** Writes what a check found, with at most {@link ConstraintReport#LISTED} violations and their exact count. */
    public void validate(MigrationResult result) {
        listed(Command.VALIDATE, result);
    }

    /** Writes how a run for reference data ended. */
    public void setup(MigrationResult result) {
        listed(Command.SETUP, result);
    }

    /** Writes what a cleaning of reference data would take away, as status {@code PLANNED}. */
    public void plannedCleaning(Cleaning cleaning) {
        cleaning("PLANNED", cleaning);
    }

    /** Writes what a cleaning of reference data took away, as status {@code CLEANED}. */
    public void cleaning(Cleaning cleaning) {
        cleaning("CLEANED", cleaning);
    }

    private void cleaning(String status, Cleaning cleaning) {
        write(Command.SETUP, json -> {
            JsonParts parts = new JsonParts(json);
            json.text("status", status)
                    .text("target", cleaning.target())
                    .array("entities", cleaning.entities(), parts::entity)
                    .array("held", cleaning.held(), parts::drift);
        });
    }

    private void listed(Command command, MigrationResult result) {
        ConstraintReport report = result.summary().report();
        write(command, json -> new JsonResult(json, command).write(result, report.listed()::forEach));
    }

    /** Writes how a verification came out, with as many differences as are listed and their exact count. */
    public void verify(VerificationResult result) {
        VerificationDocument.write(out, result);
    }

    /** Writes which promises profiles kept, as status {@code COMPLETED} or {@code MISMATCHED}. */
    public void selfTest(List<SelfTestReport> reports) {
        boolean held = reports.stream().allMatch(report -> report.exitCode() == ExitCode.DONE);
        write(
                Command.SELFTEST,
                json -> json.text("status", held ? "COMPLETED" : "MISMATCHED")
                        .array(
                                "profiles",
                                reports,
                                report -> json.text("profile", report.profile())
                                        .text("version", report.version())
                                        .array(
                                                "checks",
                                                report.checks(),
                                                check -> json.text("promise", check.promise())
                                                        .text(
                                                                "outcome",
                                                                check.outcome().name())
                                                        .text("detail", check.detail())
                                                        .number("durationMillis", check.durationMillis()))));
    }

    /** Writes how logins came out. */
    public void logins(LoginReport report) {
        write(
                Command.VERIFY,
                json -> json.text("profile", report.profile())
                        .text("target", report.target())
                        .text("status", report.exitCode() == ExitCode.DONE ? "MATCHED" : "MISMATCHED")
                        .number("checked", report.checks().size())
                        .number("matching", report.count(Outcome.MATCHING))
                        .number("notMatching", report.count(Outcome.NOT_MATCHING))
                        .number("missing", report.count(Outcome.MISSING))
                        .number("cannotTell", report.count(Outcome.CANNOT_TELL))
                        .array(
                                "logins",
                                report.checks(),
                                check -> json.text("login", check.login())
                                        .text("outcome", check.outcome().name())));
    }

    /** Writes what the ledger knows, runs newest first. */
    public void status(StatusReport report) {
        write(
                Command.STATUS,
                json -> json.text("target", report.target())
                        .truth("canWrite", report.canWrite())
                        .textOrNull("holder", report.holder())
                        .array("runs", report.runs(), new JsonParts(json)::run));
    }

    /** Writes what a rollback would take back, as status {@code PLANNED}. */
    public void rollbackPlan(RollbackPlan plan) {
        write(Command.ROLLBACK, json -> writePlan(json, "PLANNED", plan));
    }

    /** Writes what a rollback took back, as status {@code ROLLED_BACK}. */
    public void rollback(RollbackResult result) {
        write(Command.ROLLBACK, json -> {
            JsonParts parts = new JsonParts(json);
            writePlan(json, "ROLLED_BACK", result.plan());
            json.array("entities", result.entities(), parts::entity)
                    .array("drift", result.drift(), parts::drift)
                    .number("durationMillis", result.durationMillis());
        });
    }

    private static void writePlan(JsonOutput json, String status, RollbackPlan plan) {
        json.text("status", status)
                .text("target", plan.target())
                .array("runs", plan.runs(), new JsonParts(json)::run)
                .texts("changesets", plan.changesets());
    }

    /** Writes what a restore would do, as status {@code PLANNED} of {@code restore} or {@code rollback}. */
    public void restorePlan(Command command, RestorePlan plan) {
        write(command, json -> new JsonBackups(json).plan("PLANNED", plan));
    }

    /** Writes what a restore did, as status {@code RESTORED} of {@code restore} or {@code rollback}. */
    public void restored(Command command, RestoreResult result) {
        write(command, json -> new JsonBackups(json).restored(result));
    }

    /** Writes which backup was taken, as status {@code TAKEN}. */
    public void backup(BackupResult result) {
        write(Command.BACKUP, json -> new JsonBackups(json).taken(result));
    }

    /** Writes which backups are there, as status {@code LISTED}. */
    public void backups(BackupList list) {
        write(Command.BACKUP, json -> new JsonBackups(json).list(list));
    }

    /** Writes which files a conversion wrote. */
    public void convert(Conversion conversion) {
        write(
                Command.CONVERT,
                json -> json.text("profile", conversion.profile())
                        .array(
                                "files",
                                conversion.files(),
                                file -> json.text("section", file.section())
                                        .text("file", file.file().toString())
                                        .number("records", file.records())));
    }

    /** Writes the profiles that can be run. */
    public void profiles(List<Profile> profiles) {
        write(
                Command.PROFILES,
                json -> json.array(
                        "profiles",
                        profiles,
                        profile -> json.text("name", profile.name())
                                .text("version", profile.version())
                                .text("description", profile.description())
                                .array(
                                        "sections",
                                        profile.sections(),
                                        section -> json.text("name", section.name())
                                                .text(
                                                        "shape",
                                                        section.shape().name().toLowerCase(Locale.ROOT))
                                                .textOrNull("idField", section.identity()))
                                .texts(
                                        "tables",
                                        Step.tables(profile.steps()).stream()
                                                .map(table -> table.name())
                                                .toList())
                                .object(
                                        "defaults",
                                        () -> json.number(
                                                "batchSize", profile.defaults().batchSize()))));
    }

    /** Writes the settings in force. */
    public void config(List<ConfiguredSetting> settings) {
        write(
                Command.CONFIG,
                json -> json.array(
                        "settings",
                        settings,
                        setting -> json.text("name", setting.name())
                                .textOrNull("value", setting.value())
                                .text("origin", setting.origin())));
    }

    /** Writes how it stands with the embedded database. */
    public void database(EmbeddedServer server) {
        write(
                Command.DATABASE,
                json -> json.text("status", server.state().name())
                        .text("directory", server.directory())
                        .textOrNull("url", server.url()));
    }

    /** Writes what a source has and a target, side by side. */
    public void analyze(Analysis analysis) {
        AnalysisDocument.write(out, Layout.ONE_LINE, analysis);
    }

    /** Writes why a command failed, as status {@code FAILED}. */
    public void failure(Attempt attempt, FerryException failure) {
        write(attempt.command(), json -> {
            if (attempt.command().hasProfile()) {
                json.textOrNull("profile", attempt.profile()).textOrNull("run", attempt.run());
            }
            json.text("status", "FAILED").object("error", () -> new JsonParts(json).error(failure));
        });
    }

    private void write(Command command, Consumer<JsonOutput> members) {
        write(out, Layout.ONE_LINE, command, members);
    }

    /** Writes a result with every violation, for a file. */
    static void writeAll(Appendable out, Command command, MigrationResult result) {
        write(
                out,
                Layout.INDENTED,
                command,
                json -> new JsonResult(json, command)
                        .write(result, result.summary().report()::forEach));
    }

    static void write(Appendable out, Layout layout, Command command, Consumer<JsonOutput> members) {
        JsonOutput.write(out, layout, json -> {
            json.number("formatVersion", FORMAT_VERSION).text("command", command.word());
            members.accept(json);
        });
    }
}
