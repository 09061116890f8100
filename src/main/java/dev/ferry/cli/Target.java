package dev.ferry.cli;

import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.Settings;
import dev.ferry.failure.UsageException;
import java.io.Console;
import java.nio.file.Path;
import java.util.Optional;

/** Chooses the database that a command is meant for: the one at the URL given, else the embedded one. */
final class Target {
    private static final Path HOME = Path.of(".ferry");

    private Target() {}

    /** Whether the embedded PostgreSQL is meant. */
    static boolean isEmbedded(Settings settings) {
        return settings.value(Catalog.URL).isEmpty();
    }

    /** Where the embedded PostgreSQL keeps its data. */
    static Path home(Invocation invocation) {
        return invocation.path(HOME);
    }

    /**
     * Opens it; the caller closes it.
     *
     * @throws UsageException where no URL is given and the embedded one is not wanted
     */
    static WatchedDatabase open(Invocation invocation) {
        Settings settings = invocation.settings();
        Optional<String> url = settings.value(Catalog.URL);
        if (url.isEmpty() && settings.on(Catalog.NO_EMBEDDED)) {
            throw new UsageException(
                    "no database is given, and the embedded one is not wanted",
                    "Give one with --url postgresql://user@host:5432/database, or in DATABASE_URL.");
        }
        return url.map(text -> remote(invocation, text))
                .orElseGet(() ->
                        invocation.cancellation().watch(invocation.stages().embedded(home(invocation))));
    }

    /** The database at a URL, whether it is the target or the source; the caller closes it. */
    static WatchedDatabase remote(Invocation invocation, String url) {
        return invocation
                .cancellation()
                .watch(invocation
                        .stages()
                        .remote(
                                url,
                                invocation.settings().environment(),
                                question -> askPassword(invocation, question),
                                invocation.redactor()));
    }

    // Whether a person is there says the terminal; null only means that this Java cannot hide what is typed.
    @SuppressWarnings("SystemConsoleNull")
    private static Optional<String> askPassword(Invocation invocation, String question) {
        Console console = System.console();
        if (console == null || !invocation.session().terminal().canAsk()) {
            return Optional.empty();
        }
        char[] password = invocation.cancellation().idle(() -> console.readPassword("%s", question));
        Optional<String> answer = Optional.ofNullable(password).map(String::new);
        answer.ifPresent(invocation.redactor()::secret);
        return answer;
    }
}
