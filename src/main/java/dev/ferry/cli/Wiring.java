package dev.ferry.cli;

import dev.ferry.backup.BackupFolder;
import dev.ferry.convert.Conversion;
import dev.ferry.convert.Converter;
import dev.ferry.convert.FileFormat;
import dev.ferry.database.ClientEnvironment;
import dev.ferry.database.Database;
import dev.ferry.database.DatabaseUrl;
import dev.ferry.database.EmbeddedServer;
import dev.ferry.migration.Analysis;
import dev.ferry.migration.Analyzer;
import dev.ferry.migration.BackupResult;
import dev.ferry.migration.Logins;
import dev.ferry.migration.Migration;
import dev.ferry.migration.MigrationListener;
import dev.ferry.migration.MigrationOptions;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.OpenedSource;
import dev.ferry.migration.RestorePlan;
import dev.ferry.migration.RestoreRequest;
import dev.ferry.migration.RestoreResult;
import dev.ferry.migration.RollbackPlan;
import dev.ferry.migration.RollbackRequest;
import dev.ferry.migration.RollbackResult;
import dev.ferry.migration.Setup.Cleaning;
import dev.ferry.migration.StatusReport;
import dev.ferry.migration.Verification;
import dev.ferry.migration.VerificationRequest;
import dev.ferry.migration.VerificationResult;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.redaction.Redactor;
import dev.ferry.report.Command;
import dev.ferry.report.Palette;
import dev.ferry.report.Reports;
import dev.ferry.report.UnfinishedReport;
import dev.ferry.selftest.Check;
import dev.ferry.selftest.SelfTestReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Connects the command line with the stages. */
final class Wiring implements Stages {
    @Override
    public List<Profile> profiles(List<Path> plugins) {
        return Profiles.all(plugins);
    }

    @Override
    public Database remote(String url, Map<String, String> environment, PasswordPrompt prompt, Redactor redactor) {
        Path home = Path.of(environment.getOrDefault("HOME", System.getProperty("user.home", ".")));
        DatabaseUrl complete = new ClientEnvironment(environment, home).complete(DatabaseUrl.parse(url));
        complete.reveal(password -> {
            if (!List.of(complete.user(), complete.database()).contains(password)) {
                redactor.secret(password);
            }
        });
        return Database.at(complete, prompt::ask);
    }

    @Override
    public Database embedded(Path home) {
        return Database.embedded(home);
    }

    @Override
    public Server server(Path home) {
        return new EmbeddedPostgres(EmbeddedServer.in(home));
    }

    @Override
    public MigrationResult migrate(MigrationOptions options, Optional<Database> database, MigrationListener listener) {
        return database.map(target -> Migration.into(target, options, listener))
                .orElseGet(() -> Migration.offline(options, listener))
                .run();
    }

    @Override
    public StatusReport status(Database database, List<Profile> profiles, Optional<String> schema) {
        List<String> schemas = schema.map(List::of)
                .orElseGet(() -> profiles.stream().map(Profile::name).toList());
        return dev.ferry.migration.Status.read(database, schemas);
    }

    @Override
    public VerificationResult verify(VerificationRequest request, Database database, MigrationListener listener) {
        return Verification.of(database, request, listener).run();
    }

    @Override
    public void writeReport(Path file, VerificationResult result, Redactor redactor) {
        Reports.write(file, result, redactor);
    }

    @Override
    public SelfTestReport selfTest(Profile profile, Consumer<Check> told) {
        return ThrowAway.selfTest(profile, told);
    }

    @Override
    public Logins logins(Database database, Profile profile, String schema) {
        return Logins.of(database, profile, schema);
    }

    @Override
    public RollbackPlan plan(Database database, RollbackRequest request) {
        return dev.ferry.migration.Rollback.in(database, request).plan();
    }

    @Override
    public RollbackResult rollback(Database database, RollbackRequest request) {
        return dev.ferry.migration.Rollback.in(database, request).run();
    }

    @Override
    public BackupResult backup(
            Database database,
            Profile profile,
            String schema,
            BackupFolder folder,
            OptionalInt keep,
            MigrationListener listener) {
        return new dev.ferry.migration.Backup(profile, folder, keep).of(database, schema, listener);
    }

    @Override
    public BackupResult backupSource(Profile profile, String location, BackupFolder folder, OptionalInt keep) {
        return new dev.ferry.migration.Backup(profile, folder, keep).ofSource(location);
    }

    @Override
    public RestorePlan plan(Database database, RestoreRequest request) {
        return dev.ferry.migration.Restore.into(database, request, MigrationListener.SILENT)
                .plan();
    }

    @Override
    public RestoreResult restore(Database database, RestoreRequest request, MigrationListener listener) {
        return dev.ferry.migration.Restore.into(database, request, listener).run();
    }

    @Override
    public Analysis analyze(MigrationOptions options, Optional<Database> target, Analysis.Depth depth) {
        return Analyzer.analyze(options, target, depth);
    }

    @Override
    public void checkAnalysis(Path file) {
        Reports.requireAnalysis(file);
    }

    @Override
    public void writeAnalysis(Path file, Analysis analysis, Redactor redactor) {
        Reports.write(file, analysis, redactor);
    }

    @Override
    public Cleaning clean(Database database, Profile profile, String schema) {
        return dev.ferry.migration.Setup.clean(database, profile, schema);
    }

    @Override
    public Cleaning rehearseCleaning(Database database, Profile profile, String schema) {
        return dev.ferry.migration.Setup.rehearseCleaning(database, profile, schema);
    }

    @Override
    public Conversion convert(MigrationOptions options, FileFormat format, Path folder) {
        return OpenedSource.read(
                options,
                source -> new Converter(
                                source,
                                options.profile().name(),
                                options.profile().sections(),
                                format)
                        .into(folder));
    }

    @Override
    public void checkReport(Path file) {
        Reports.requireWritable(file);
    }

    @Override
    public void writeReport(Path file, String command, MigrationResult result, Redactor redactor) {
        Reports.write(file, JsonRenderer.document(command), result, redactor);
    }

    @Override
    public UnfinishedReport prepareReport(Path file, String command, MigrationResult result, Redactor redactor) {
        return Reports.prepare(file, JsonRenderer.document(command), result, redactor);
    }

    @Override
    public Optional<String> schema(String command) {
        for (Command known : Command.values()) {
            if (known.word().equals(command)) {
                try (InputStream in = Command.class.getResourceAsStream(known.schema())) {
                    return Optional.ofNullable(in).map(Wiring::text);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return Optional.empty();
    }

    private static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Renderer text(Appendable out, Style style) {
        return new TextRenderer(out, style == Style.COLORED ? Palette.ANSI : Palette.PLAIN);
    }

    @Override
    public Renderer json(Appendable out) {
        return new JsonRenderer(out);
    }

    /** The embedded server as the commands see it. */
    private record EmbeddedPostgres(EmbeddedServer embedded) implements Server {
        @Override
        public void start() {
            embedded.start();
        }

        @Override
        public boolean stop() {
            return embedded.stop() != EmbeddedServer.Stop.NOT_RUNNING;
        }

        @Override
        public Optional<String> url() {
            return embedded.url();
        }
    }
}
