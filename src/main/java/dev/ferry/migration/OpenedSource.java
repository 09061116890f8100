package dev.ferry.migration;

import dev.ferry.source.Source;
import dev.ferry.source.Sources;

/** The source that a run reads, opened. */
public final class OpenedSource {
    private OpenedSource() {}

    /**
     * Opens it; the caller closes it.
     *
     * @throws dev.ferry.failure.FerryException where it cannot be read
     */
    public static Source of(MigrationOptions options) {
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
