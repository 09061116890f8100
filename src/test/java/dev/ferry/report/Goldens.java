package dev.ferry.report;

import dev.ferry.backup.BackupSamples;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
import dev.ferry.migration.MigrationResult;
import dev.ferry.redaction.Redactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.NullMarked;

/** What is written for each sample, under the name of the file that holds what it must be. */
@NullMarked
final class Goldens {
    private Goldens() {}

    static Map<String, Supplier<String>> all() {
        Map<String, Supplier<String>> all = new TreeMap<>();
        addResult(all, "completed", Command.MIGRATE, Samples::completed);
        addResult(all, "partial", Command.MIGRATE, Samples::partial);
        addResult(all, "rejected", Command.MIGRATE, Samples::rejected);
        addResult(all, "hostile", Command.MIGRATE, Samples::hostile);
        addResult(all, "rehearsed", Command.MIGRATE, Samples::rehearsed);
        addResult(all, "mismatched", Command.MIGRATE, Samples::mismatched);
        addResult(all, "stopped", Command.MIGRATE, StoppedSamples::stopped);
        addResult(all, "unreadable", Command.VALIDATE, StoppedSamples::unreadable);
        addResult(all, "checked", Command.VALIDATE, Samples::checked);
        addResult(all, "valid", Command.VALIDATE, Samples::valid);
        List.of("html", "md", "txt", "json")
                .forEach(extension -> all.put("report/analysis." + extension, () -> AnalysisSamples.file(extension)));
        List.of("html", "md", "txt", "json", "sarif")
                .forEach(extension ->
                        all.put("report/verified." + extension, () -> VerificationSamples.file(extension)));
        documents().forEach((name, document) -> all.put("document/" + name + ".json", document));
        texts(Palette.PLAIN).forEach((name, text) -> all.put("terminal/" + name + ".txt", text));
        texts(Palette.ANSI).forEach((name, text) -> all.put("terminal/" + name + ".ansi", text));
        return all;
    }

    /** What {@code --json} prints; each name begins with its command. */
    static Map<String, Supplier<String>> documents() {
        Map<String, Supplier<String>> all = new TreeMap<>();
        addDocument(all, "migrate-completed", json -> json.migrate(Samples.completed()));
        addDocument(all, "migrate-partial", json -> json.migrate(Samples.partial()));
        addDocument(all, "migrate-rejected", json -> json.migrate(Samples.rejected()));
        addDocument(all, "migrate-hostile", json -> json.migrate(Samples.hostile()));
        addDocument(all, "migrate-rehearsed", json -> json.migrate(Samples.rehearsed()));
        addDocument(all, "migrate-mismatched", json -> json.migrate(Samples.mismatched()));
        addDocument(
                all,
                "migrate-failed",
                json -> json.failure(
                        new Attempt(Command.MIGRATE, Optional.of("courses"), Optional.of("20261121T023154Z-7f3a")),
                        Samples.unreachable()));
        addDocument(all, "migrate-stopped", json -> json.migrate(StoppedSamples.stopped()));
        addDocument(all, "validate-checked", json -> json.validate(Samples.checked()));
        addDocument(all, "validate-valid", json -> json.validate(Samples.valid()));
        addDocument(
                all,
                "validate-failed",
                json -> json.failure(
                        new Attempt(Command.VALIDATE, Optional.of("courses"), Optional.empty()),
                        Samples.syntaxError()));
        addDocument(all, "status-failed", json -> json.failure(Attempt.of(Command.STATUS), Samples.unreachable()));
        addDocument(all, "rollback-failed", json -> json.failure(Attempt.of(Command.ROLLBACK), Samples.unreachable()));
        addDocument(
                all,
                "ferry",
                json -> json.failure(
                        Attempt.of(Command.FERRY), new UsageException("unknown option --json", "See 'ferry --help'.")));
        addDocument(all, "status", json -> json.status(LedgerSamples.status()));
        addDocument(all, "verify", json -> json.logins(LedgerSamples.logins()));
        addDocument(all, "verify-equal", json -> json.verify(VerificationSamples.equal()));
        addDocument(all, "verify-different", json -> json.verify(VerificationSamples.different()));
        addDocument(all, "verify-failed", json -> json.failure(Attempt.of(Command.VERIFY), Samples.unreachable()));
        addDocument(all, "rollback-plan", json -> json.rollbackPlan(LedgerSamples.plan()));
        addDocument(all, "rollback", json -> json.rollback(LedgerSamples.rollback()));
        addDocument(all, "rollback-restore-plan", json -> json.restorePlan(Command.ROLLBACK, BackupSamples.plan()));
        addDocument(all, "rollback-restored", json -> json.restored(Command.ROLLBACK, BackupSamples.restored()));
        addDocument(all, "restore-plan", json -> json.restorePlan(Command.RESTORE, BackupSamples.plan()));
        addDocument(all, "restore", json -> json.restored(Command.RESTORE, BackupSamples.restored()));
        addDocument(all, "restore-failed", json -> json.failure(Attempt.of(Command.RESTORE), Samples.unreachable()));
        addDocument(all, "backup", json -> json.backup(BackupSamples.taken()));
        addDocument(all, "backup-source", json -> json.backup(BackupSamples.ofSource()));
        addDocument(all, "backup-list", json -> json.backups(BackupSamples.list()));
        addDocument(all, "backup-failed", json -> json.failure(Attempt.of(Command.BACKUP), Samples.unreachable()));
        addDocument(all, "selftest", json -> json.selfTest(SelfTestSamples.reports()));
        addDocument(all, "selftest-failed", json -> json.failure(Attempt.of(Command.SELFTEST), Samples.unreachable()));
        addDocument(all, "convert", json -> json.convert(Samples.conversion()));
        addDocument(all, "convert-failed", json -> json.failure(Attempt.of(Command.CONVERT), Samples.syntaxError()));
        addDocument(all, "profiles", json -> json.profiles(List.of(Samples.profile())));
        addDocument(
                all,
                "config",
                json -> json.config(List.of(
                        new ConfiguredSetting(
                                "url", Optional.of("postgresql://app:***@db/x"), "environment DATABASE_URL"),
                        new ConfiguredSetting("tag", Optional.empty(), "default"))));
        addDocument(
                all,
                "database",
                json -> json.database(new EmbeddedServer(
                        EmbeddedServer.State.RUNNING,
                        ".ferry/postgres",
                        Optional.of("postgresql://localhost:5433/ferry"))));
        addDocument(all, "analyze", json -> json.analyze(AnalysisSamples.analysis()));
        addDocument(all, "analyze-failed", json -> json.failure(Attempt.of(Command.ANALYZE), Samples.unreachable()));
        addDocument(all, "database-failed", json -> json.failure(Attempt.of(Command.DATABASE), Samples.unreachable()));
        addNotification(
                all, "completed", ExitCode.DONE, () -> Notification.ofRun(Command.MIGRATE, Samples.completed()));
        addNotification(
                all, "rejected", ExitCode.CONTENT, () -> Notification.ofRun(Command.MIGRATE, Samples.rejected()));
        addNotification(
                all, "checked", ExitCode.CONTENT, () -> Notification.ofRun(Command.VALIDATE, Samples.checked()));
        addNotification(all, "rollback", ExitCode.DONE, () -> Notification.ofRollback(LedgerSamples.rollback()));
        addNotification(all, "plan", ExitCode.DONE, () -> Notification.ofPlan(LedgerSamples.plan()));
        addNotification(
                all,
                "failed",
                ExitCode.ENVIRONMENT,
                () -> Notification.ofFailure(
                        new Attempt(Command.MIGRATE, Optional.of("courses"), Optional.of("20261121T023154Z-7f3a")),
                        Optional.of("PostgreSQL at db:5432, database app, user me, schema courses"),
                        Samples.unreachable()));
        addNotification(
                all,
                "unreadable",
                ExitCode.CONTENT,
                () -> Notification.ofFailure(Attempt.of(Command.VALIDATE), Optional.empty(), Samples.syntaxError()));
        return all;
    }

    private static Map<String, Supplier<String>> texts(Palette palette) {
        Map<String, Supplier<String>> all = new TreeMap<>();
        addText(all, palette, "migrate-completed", text -> text.migrate(Samples.completed()));
        addText(all, palette, "migrate-partial", text -> text.migrate(Samples.partial()));
        addText(all, palette, "migrate-rejected", text -> text.migrate(Samples.rejected()));
        addText(all, palette, "migrate-hostile", text -> text.migrate(Samples.hostile()));
        addText(all, palette, "migrate-rehearsed", text -> text.migrate(Samples.rehearsed()));
        addText(all, palette, "migrate-mismatched", text -> text.migrate(Samples.mismatched()));
        addText(all, palette, "migrate-stopped", text -> text.migrate(StoppedSamples.stopped()));
        addText(all, palette, "migrate-failed", text -> text.failure(Samples.unreachable()));
        addText(all, palette, "validate-checked", text -> text.validate(Samples.checked()));
        addText(all, palette, "validate-valid", text -> text.validate(Samples.valid()));
        addText(all, palette, "validate-failed", text -> text.failure(Samples.syntaxError()));
        addText(all, palette, "status", text -> text.status(LedgerSamples.status()));
        addText(all, palette, "verify", text -> text.logins(LedgerSamples.logins()));
        addText(all, palette, "verify-equal", text -> text.verify(VerificationSamples.equal()));
        addText(all, palette, "verify-different", text -> text.verify(VerificationSamples.different()));
        addText(all, palette, "rollback-plan", text -> text.rollbackPlan(LedgerSamples.plan()));
        addText(all, palette, "rollback", text -> text.rollback(LedgerSamples.rollback()));
        addText(all, palette, "restore-plan", text -> text.restorePlan(BackupSamples.plan()));
        addText(all, palette, "restore", text -> text.restored(BackupSamples.restored()));
        addText(all, palette, "backup", text -> text.backup(BackupSamples.taken()));
        addText(all, palette, "backup-source", text -> text.backup(BackupSamples.ofSource()));
        addText(all, palette, "backup-list", text -> text.backups(BackupSamples.list()));
        addText(all, palette, "analyze", text -> text.analyze(AnalysisSamples.analysis()));
        addText(all, palette, "selftest", text -> text.selfTest(SelfTestSamples.reports()));
        addText(all, palette, "convert", text -> text.convert(Samples.conversion()));
        addText(all, palette, "profiles", text -> text.profiles(List.of(Samples.profile())));
        return all;
    }

    private static void addResult(
            Map<String, Supplier<String>> all, String name, Command command, Supplier<MigrationResult> result) {
        for (ReportFormat format : ReportFormat.values()) {
            String extension = format.name().toLowerCase(Locale.ROOT);
            all.put("report/" + name + "." + extension, () -> file(extension, command, result.get()));
        }
    }

    private static String file(String extension, Command command, MigrationResult result) {
        try {
            Path folder = Files.createTempDirectory("ferry-report");
            Path file = folder.resolve("report." + extension);
            try {
                Reports.write(file, command, result, new Redactor());
                return Files.readString(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(folder);
                result.summary().report().close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addDocument(Map<String, Supplier<String>> all, String name, Consumer<JsonDocuments> write) {
        all.put(name, () -> {
            StringBuilder out = new StringBuilder();
            write.accept(new JsonDocuments(out));
            return out.toString();
        });
    }

    private static void addNotification(
            Map<String, Supplier<String>> all, String name, ExitCode exitCode, Supplier<Notification> notification) {
        all.put("notification-" + name, () -> {
            StringBuilder out = new StringBuilder();
            notification.get().write(out, exitCode);
            return out.toString();
        });
    }

    private static void addText(
            Map<String, Supplier<String>> all, Palette palette, String name, Consumer<TextReports> write) {
        all.put(name, () -> {
            StringBuilder out = new StringBuilder();
            write.accept(new TextReports(out, palette));
            return out.toString();
        });
    }
}
