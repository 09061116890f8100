package dev.ferry.cli;

import dev.ferry.backup.BackupFolder;
import dev.ferry.backup.BackupSamples;
import dev.ferry.convert.Conversion;
import dev.ferry.convert.FileFormat;
import dev.ferry.database.Database;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunId;
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
import dev.ferry.migration.Summary;
import dev.ferry.migration.VerificationRequest;
import dev.ferry.migration.VerificationResult;
import dev.ferry.profile.Profile;
import dev.ferry.redaction.Redactor;
import dev.ferry.report.UnfinishedReport;
import dev.ferry.selftest.Check;
import dev.ferry.selftest.SelfTestReport;
import dev.ferry.validate.ConstraintReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Stands for the other packages: remembers what it was asked, and answers shortly. */
@NullMarked
class FakeStages implements Stages {
    final List<String> calls = new ArrayList<>();
    List<Run> runs = List.of();

    final List<MigrationOptions> migrations = new ArrayList<>();
    final List<RollbackRequest> rollbacks = new ArrayList<>();

    @Nullable
    Throwable failure;

    ConstraintReport report = new ConstraintReport();

    /** The options of the last migration. */
    MigrationOptions migrated() {
        return migrations.get(migrations.size() - 1);
    }

    /** The request of the last rollback. */
    RollbackRequest rolledBack() {
        return rollbacks.get(rollbacks.size() - 1);
    }

    @Override
    public List<Profile> profiles(List<Path> plugins) {
        return List.of(new TestProfile());
    }

    @Override
    public Database remote(String url, Map<String, String> environment, PasswordPrompt prompt, Redactor redactor) {
        calls.add("remote");
        return new NoDatabase();
    }

    @Override
    public Database embedded(Path home) {
        calls.add("embedded " + home.getFileName());
        return new NoDatabase();
    }

    @Override
    public Server server(Path home) {
        return new Server() {
            @Override
            public void start() {
                calls.add("start");
            }

            @Override
            public boolean stop() {
                return calls.remove("start");
            }

            @Override
            public Optional<String> url() {
                return calls.contains("start") ? Optional.of("postgresql://ferry@localhost/ferry") : Optional.empty();
            }
        };
    }

    @Override
    public MigrationResult migrate(MigrationOptions options, Optional<Database> database, MigrationListener listener) {
        migrations.add(options);
        listener.started(new RunId("20261121T023154Z-7f3a"), "tag");
        fail();
        database.ifPresent(target -> listener.target(target.description(), options.schema()));
        Summary summary = new Summary(options.profile().name(), "", null, null, List.of(), report, 0, 0, 0);
        return report.violationCount() == 0
                ? new MigrationResult.Completed(summary)
                : new MigrationResult.Rejected(summary);
    }

    @Override
    public StatusReport status(Database database, List<Profile> profiles, Optional<String> schema) {
        fail();
        return new StatusReport("test database", true, Optional.empty(), runs);
    }

    @Override
    public VerificationResult verify(VerificationRequest request, Database database, MigrationListener listener) {
        throw new AssertionError("end-to-end tests verify");
    }

    @Override
    public void writeReport(Path file, VerificationResult result, Redactor redactor) {
        calls.add("report");
    }

    @Override
    public SelfTestReport selfTest(Profile profile, Consumer<Check> told) {
        calls.add("selftest " + profile.name());
        return new SelfTestReport(profile.name(), profile.version(), List.of());
    }

    @Override
    public Logins logins(Database database, Profile profile, String schema) {
        return Logins.of(database, profile, schema);
    }

    @Override
    public RollbackPlan plan(Database database, RollbackRequest request) {
        return new RollbackPlan("test database", runs, List.of());
    }

    @Override
    public RollbackResult rollback(Database database, RollbackRequest request) {
        rollbacks.add(request);
        fail();
        return new RollbackResult(plan(database, request), List.of(), List.of(), 0);
    }

    @Override
    public BackupResult backup(
            Database database,
            Profile profile,
            String schema,
            BackupFolder folder,
            OptionalInt keep,
            MigrationListener listener) {
        calls.add("backup of " + schema + " into " + folder.path() + " keeping " + keep);
        return BackupSamples.taken();
    }

    @Override
    public BackupResult backupSource(Profile profile, String location, BackupFolder folder, OptionalInt keep) {
        calls.add("backup of source " + location + " into " + folder.path() + " keeping " + keep);
        return BackupSamples.taken();
    }

    @Override
    public RestorePlan plan(Database database, RestoreRequest request) {
        return BackupSamples.plan();
    }

    @Override
    public RestoreResult restore(Database database, RestoreRequest request, MigrationListener listener) {
        calls.add("restore into " + request.schema());
        return BackupSamples.restored();
    }

    @Override
    public Analysis analyze(MigrationOptions options, Optional<Database> target, Analysis.Depth depth) {
        calls.add("analyze " + depth);
        return new Analysis("test", options.source(), "none", List.of(), List.of(), List.of(), List.of());
    }

    @Override
    public void checkAnalysis(Path file) {
        checkReport(file);
    }

    @Override
    public void writeAnalysis(Path file, Analysis analysis, Redactor redactor) {
        calls.add("analysis " + file.getFileName());
    }

    @Override
    public Cleaning clean(Database database, Profile profile, String schema) {
        calls.add("clean " + profile.name() + " in " + schema);
        return new Cleaning("test database", List.of(), List.of());
    }

    @Override
    public Cleaning rehearseCleaning(Database database, Profile profile, String schema) {
        calls.add("rehearse cleaning");
        return new Cleaning("test database", List.of(), List.of());
    }

    @Override
    public Conversion convert(MigrationOptions options, FileFormat format, Path folder) {
        calls.add("convert " + options.source() + " " + format + " " + folder);
        return new Conversion(options.profile().name(), List.of(), List.of("a notice"));
    }

    @Override
    public void checkReport(Path file) {
        if (file.toString().endsWith(".xyz")) {
            throw new UsageException("no format .xyz", null);
        }
    }

    @Override
    public void writeReport(Path file, String command, MigrationResult result, Redactor redactor) {
        calls.add("report " + file.getFileName());
    }

    @Override
    public UnfinishedReport prepareReport(Path file, String command, MigrationResult result, Redactor redactor) {
        throw new AssertionError("nothing is committed here");
    }

    @Override
    public Optional<String> schema(String command) {
        return command.equals("migrate") ? Optional.of("{}\n") : Optional.empty();
    }

    @Override
    public Renderer text(Appendable out, Style style) {
        return new FakeRenderer(out, style == Style.PLAIN ? "" : "colored ");
    }

    @Override
    public Renderer json(Appendable out) {
        return new FakeRenderer(out, "json ");
    }

    private void fail() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
