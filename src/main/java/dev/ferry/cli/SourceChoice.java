package dev.ferry.cli;

import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.Entry;
import dev.ferry.cli.setting.Settings;
import dev.ferry.cli.setting.Value;
import dev.ferry.failure.UsageException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses what a command reads: its argument SOURCE, else the setting of that name. */
sealed interface SourceChoice {
    /** A file or folder, as messages name it. */
    record Files(String location) implements SourceChoice {}

    /** A database, by a URL that may hold a password. */
    record DatabaseAt(String url) implements SourceChoice {
        /** Opens it; the caller closes it. */
        WatchedDatabase open(Invocation invocation) {
            return Target.remote(invocation, url);
        }

        /** Without the URL, which may hold a secret. */
        @Override
        public String toString() {
            return "a database";
        }
    }

    /**
     * What the user wants to have read; empty where nothing says.
     *
     * @param argument the word that is no option
     * @throws UsageException where two of them contradict each other
     */
    static Optional<SourceChoice> of(Invocation invocation, Settings settings, Optional<String> argument) {
        if (argument.filter(String::isBlank).isPresent()) {
            throw new UsageException(
                    "SOURCE must be " + Catalog.SOURCE.type().allowed() + ", was '" + argument.get() + "'", null);
        }
        Optional<Value<String>> option = settings.find(Catalog.SOURCE);
        boolean onCommandLine =
                option.stream().anyMatch(value -> value.entry().place().startsWith("--"));
        if (argument.isPresent() && onCommandLine && !argument.equals(option.map(Value::value))) {
            throw new UsageException("SOURCE and --source contradict each other", "Keep one of them.");
        }
        return argument.map(text -> choice(invocation, text))
                .or(() -> option.map(value -> choice(invocation, requireUrl(value.entry(), value.value()))));
    }

    private static SourceChoice choice(Invocation invocation, String text) {
        return isUrl(text) ? new DatabaseAt(text) : new Files(meantFromHere(invocation, text));
    }

    private static String meantFromHere(Invocation invocation, String name) {
        // Where the process stands in the user's folder a name stays as it is written, even one that is no path.
        return isHere(invocation) ? name : invocation.path(Path.of(name)).toString();
    }

    /** A path as the user named it where the process stands in the user's folder, for messages that the user can follow. */
    static Path meantFromHere(Invocation invocation, Path named) {
        return isHere(invocation) ? named : invocation.path(named);
    }

    private static boolean isHere(Invocation invocation) {
        return invocation.session().folder().equals(Path.of("").toAbsolutePath());
    }

    private static String requireUrl(Entry entry, String text) {
        if (entry.key().equals("FERRY_SOURCE_URL") && !isUrl(text)) {
            throw new UsageException(
                    entry.place() + " must be postgresql://user:password@host:port/database or a jdbc:postgresql: URL",
                    "Files and folders go into FERRY_SOURCE.");
        }
        return text;
    }

    private static boolean isUrl(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return Stream.of("postgresql:", "postgres:", "jdbc:").anyMatch(lower::startsWith);
    }
}
