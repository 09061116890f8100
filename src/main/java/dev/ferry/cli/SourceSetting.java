package dev.ferry.cli;

import dev.ferry.cli.setting.Catalog;
import dev.ferry.cli.setting.Settings;
import dev.ferry.failure.UsageException;
import dev.ferry.source.Limits;
import java.nio.file.Path;
import java.util.Optional;

/** The source that a command is to read, and how much of it at once. */
record SourceSetting(Invocation invocation, Settings settings) {
    /** Its location; the argument and the option mean the same. */
    Optional<String> location() {
        Optional<String> option = settings.value(Catalog.SOURCE);
        Optional<String> argument = invocation.argument();
        if (argument.filter(String::isBlank).isPresent()) {
            throw new UsageException("SOURCE must be a file or folder, was '" + argument.get() + "'", null);
        }
        boolean optionIsWeaker = settings.find(Catalog.SOURCE).stream()
                .noneMatch(value -> value.entry().place().startsWith("--"));
        if (argument.isPresent() && !optionIsWeaker && !argument.equals(option)) {
            throw new UsageException("SOURCE and --source contradict each other", "Keep one of them.");
        }
        return argument.or(() -> option).map(name -> meantFromHere(name));
    }

    /** As the user named it where the process stands in the user's folder, for messages that the user can follow. */
    private String meantFromHere(String name) {
        return isHere() ? name : invocation.path(Path.of(name)).toString();
    }

    /** The same for a path. */
    Path meantFromHere(Path named) {
        return isHere() ? named : invocation.path(named);
    }

    private boolean isHere() {
        return invocation.session().folder().equals(Path.of("").toAbsolutePath());
    }

    /** The most that a record may ask of memory. */
    Limits limits() {
        return new Limits(
                settings.get(Catalog.MAX_DEPTH),
                settings.get(Catalog.MAX_STRING),
                settings.get(Catalog.MAX_DIGITS),
                settings.get(Catalog.MAX_RECORD));
    }
}
