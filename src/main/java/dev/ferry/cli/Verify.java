package dev.ferry.cli;

import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.LoginSettings;
import dev.ferry.cli.setting.Settings;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
import dev.ferry.migration.LoginReport;
import dev.ferry.migration.Logins;
import dev.ferry.password.CredentialsReader;
import dev.ferry.password.Login;
import dev.ferry.profile.Profile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code verify}: whether the users of the target can log in. */
final class Verify implements Command {
    @Override
    public String name() {
        return LoginSettings.VERIFY;
    }

    @Override
    public String summary() {
        return "Checks stored password hashes against passwords, and changes nothing.";
    }

    @Override
    public Optional<String> argument() {
        return Optional.empty();
    }

    @Override
    public List<Example> examples() {
        return List.of(
                new Example(
                        "verify -p school --logins 20 --credentials-file credentials.csv",
                        "20 users, spread over those whose passwords were generated"),
                new Example(
                        "verify -p school --logins 5",
                        "the first 5 users that have a password, with the one in FERRY_LOGIN_PASSWORD"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Profile profile = invocation.profile();
        Settings settings = invocation.settingsFor(profile);
        int most = settings.value(LoginSettings.LOGINS)
                .orElseThrow(() -> new UsageException(
                        "verify checks logins, and needs to know how many",
                        "give --logins N, with --credentials-file FILE or FERRY_LOGIN_PASSWORD"));
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
