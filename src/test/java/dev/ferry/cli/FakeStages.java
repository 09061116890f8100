package dev.ferry.cli;

import dev.ferry.convert.Conversion;
import dev.ferry.convert.FileFormat;
import dev.ferry.database.Database;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunId;
import dev.ferry.migration.Analysis;
import dev.ferry.migration.LoginReport;
import dev.ferry.migration.Logins;
import dev.ferry.migration.MigrationListener;
import dev.ferry.migration.MigrationOptions;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.RollbackPlan;
import dev.ferry.migration.RollbackRequest;
import dev.ferry.migration.RollbackResult;
import dev.ferry.migration.Setup.Cleaning;
import dev.ferry.migration.StatusReport;
import dev.ferry.migration.Summary;
import dev.ferry.profile.Profile;
import dev.ferry.redaction.Redactor;
import dev.ferry.report.Attempt;
import dev.ferry.validate.ConstraintReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public List<Profile> profiles() {
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
    public Optional<String> schema(String command) {
        return command.equals("migrate") ? Optional.of("{}\n") : Optional.empty();
    }

    @Override
    public Renderer text(Appendable out, Style style) {
        return new Lines(out, style == Style.PLAIN ? "" : "colored ");
    }

    @Override
    public Renderer json(Appendable out) {
        return new Lines(out, "json ");
    }

    private void fail() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    /** Writes each result as a line that begins with its form. */
    private record Lines(Appendable out, String form) implements Renderer {
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
}
