package dev.ferry.cli;

import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.LoginSettings;
import dev.ferry.cli.setting.Settings;
import dev.ferry.cli.setting.VerifySettings;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.RunId;
import dev.ferry.migration.LoginReport;
import dev.ferry.migration.Logins;
import dev.ferry.migration.MigrationOptions;
import dev.ferry.migration.RunMode;
import dev.ferry.migration.VerificationRequest;
import dev.ferry.migration.VerificationResult;
import dev.ferry.password.CredentialsReader;
import dev.ferry.password.Login;
import dev.ferry.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code verify}: whether the target has what a source maps to; with {@code --logins}, whether its users can log in. */
final class Verify implements Command {
    private static final Logger LOG = LoggerFactory.getLogger(Verify.class);

    @Override
    public String name() {
        return VerifySettings.COMMAND;
    }

    @Override
    public String summary() {
        return "Reads the source again and compares every value with the database; changes nothing.";
    }

    @Override
    public Optional<String> argument() {
        return Optional.of("SOURCE");
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example(
                        "verify -p courses data/",
                        "what is missing, different or unexpected; a row that a run skipped differs, too"),
                new Example("verify -p courses data/ --proof proof.json", "and write down that all is equal"),
                new Example("verify -p courses data/ --check-proof proof.json", "whether that still holds"),
                new Example(
                        "verify -p school --logins 20 --credentials-file credentials.csv",
                        "20 users, spread over those whose passwords were generated; reads no source"),
                new Example(
                        "verify -p school --logins 5",
                        "the first 5 users that have a password, with the one in FERRY_LOGIN_PASSWORD"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Settings settings = invocation.settings();
        if (settings.value(LoginSettings.LOGINS).isPresent()) {
            refuseSource(invocation);
            return logins(invocation, settings.get(LoginSettings.LOGINS));
        }
        if (settings.value(LoginSettings.CREDENTIALS_FILE).isPresent()) {
            throw new UsageException("--credentials-file is for --logins", "give --logins N, or leave it out");
        }
        Run run = new Run(name(), invocation);
        return run.onSource(RunMode.VERIFY, (options, reports) -> verify(invocation, run, options, reports));
    }

    /** Logins and values are checked one after the other: each has a result of its own. */
    private static void refuseSource(Invocation invocation) {
        Settings settings = invocation.settings();
        boolean onCommandLine = settings.find(Catalog.SOURCE).stream()
                .anyMatch(value -> value.entry().place().startsWith("--"));
        if (invocation.argument().isPresent()
                || onCommandLine
                || settings.value(VerifySettings.PROOF).isPresent()
                || settings.value(VerifySettings.CHECK_PROOF).isPresent()
                || settings.value(VerifySettings.VERIFIED_RUN).isPresent()) {
            throw new UsageException(
                    "--logins reads no source: it compares stored hashes with passwords",
                    "verify the source in a call of its own, without --logins");
        }
    }

    private static ExitCode verify(Invocation invocation, Run run, MigrationOptions options, List<Path> reports)
            throws IOException {
        Run.requireNotSource(options, reports);
        VerificationRequest request = request(invocation, options);
        try (WatchedDatabase database = Target.open(invocation);
                VerificationResult result = invocation.stages().verify(request, database, run.progress())) {
            invocation.messages().erase();
            LOG.info(
                    "{} with {} differences and {} violations",
                    result.status(),
                    result.differences().count(),
                    result.report().violationCount());
            invocation.renderer().verification(result);
            invocation.output().flush();
            // After the result, which stands whatever becomes of its reports.
            return reports.stream()
                    .map(file -> write(invocation, file, result))
                    .filter(code -> code != ExitCode.DONE)
                    .findFirst()
                    .orElse(result.exitCode());
        }
    }

    private static VerificationRequest request(Invocation invocation, MigrationOptions options) {
        Settings settings = invocation.settings();
        VerificationRequest request = VerificationRequest.of(options);
        Optional<RunId> run = settings.value(VerifySettings.VERIFIED_RUN);
        if (run.isPresent()) {
            request = request.withRun(run.get());
        }
        Optional<Path> proof = settings.value(VerifySettings.PROOF).map(invocation::path);
        if (proof.isPresent()) {
            request = request.withProof(proof.get());
        }
        Optional<Path> checked = settings.value(VerifySettings.CHECK_PROOF).map(invocation::path);
        return checked.map(request::withCheckedProof).orElse(request);
    }

    private static ExitCode write(Invocation invocation, Path file, VerificationResult result) {
        try {
            invocation.stages().writeReport(file, result, invocation.redactor());
            return ExitCode.DONE;
        } catch (FerryException e) {
            LOG.error("report {}", file, e);
            invocation.messages().error("the report was not written: " + e.getMessage());
            return e.exitCode();
        }
    }

    private static ExitCode logins(Invocation invocation, int most) throws IOException {
        Profile profile = invocation.profile();
        Settings settings = invocation.settingsFor(profile);
        Optional<Path> file = settings.value(LoginSettings.CREDENTIALS_FILE).map(invocation::path);
        Optional<String> password = settings.value(LoginSettings.LOGIN_PASSWORD);
        if (file.isEmpty() && password.isEmpty()) {
            throw new UsageException(
                    "which passwords? --logins compares with those of a file, or with one that is given",
                    "give --credentials-file FILE or FERRY_LOGIN_PASSWORD");
        }
        Optional<List<Login>> logins = file.map(CredentialsReader::read);
        try (WatchedDatabase database = Target.open(invocation)) {
            Logins users = invocation.stages().logins(database, profile, settings.get(Catalog.SCHEMA));
            LoginReport report = logins.map(listed -> users.check(listed, most))
                    .orElseGet(() -> users.check(password.orElseThrow(), most));
            invocation.renderer().logins(report);
            return report.exitCode();
        }
    }
}
