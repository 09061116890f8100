package dev.ferry.migration;

import dev.ferry.source.BindingException;
import dev.ferry.source.Source;
import dev.ferry.source.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** The source that a run reads, opened. */
public final class OpenedSource {
    private OpenedSource() {}

    /**
     * Opens it for some work and closes it. What a failure to read it says is without the values of secret fields.
     *
     * @throws dev.ferry.failure.FerryException where it cannot be read
     */
    public static <T> T read(MigrationOptions options, Function<Source, T> work) {
        try (Source source = of(options)) {
            return work.apply(source);
        } catch (BindingException e) {
            throw new Concealment(SensitiveFields.of(options.profile())).conceal(e);
        }
    }

    /**
     * Refuses files that are not there, before anything is begun that takes its time.
     *
     * @throws dev.ferry.failure.FerryException where there is nothing at that place
     */
    static void requireThere(MigrationOptions options) {
        boolean files = !options.mode().isSetup() && options.database().isEmpty();
        if (files && Files.notExists(Path.of(options.source()))) {
            // Says which, in the words of who opens it.
            of(options).close();
        }
    }

    /**
     * Opens it; the caller closes it.
     *
     * @throws dev.ferry.failure.FerryException where it cannot be read
     */
    static Source of(MigrationOptions options) {
        if (options.mode().isSetup()) {
            return new Setup.NoSource();
        }
        return options.database()
                .map(rows -> Sources.database(
                        new SourceConnection(rows),
                        options.profile().sections(),
                        options.sourceNames(),
                        options.filters(),
                        options.limits()))
                .orElseGet(
                        () -> Sources.open(options.source(), options.profile().sections(), options.limits()));
    }
}
