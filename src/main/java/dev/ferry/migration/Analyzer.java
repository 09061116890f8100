package dev.ferry.migration;

import dev.ferry.database.Database;
import dev.ferry.migration.Analysis.Depth;
import dev.ferry.source.BindingException;
import java.util.List;
import java.util.Optional;

/** Lays a source and a target side by side; writes nothing. */
public final class Analyzer {
    private Analyzer() {}

    /**
     * What both have, and what the source seems to have under other names.
     *
     * @param options the profile, the source and the target's schema; nothing else is looked at
     * @param target the target, where there is one to look at; one that cannot be read is only told of
     * @throws dev.ferry.failure.FerryException where the source cannot be read
     */
    public static Analysis analyze(MigrationOptions options, Optional<Database> target, Depth depth) {
        try (SourceView view = SourceView.of(options, new RecordFields(options.profile()))) {
            TargetView known = TargetView.of(options, target);
            return new Analysis(
                    options.profile().name(),
                    view.source().name(),
                    known.title(),
                    view.sections(),
                    known.tables(),
                    Proposals.of(options.profile(), view),
                    depth == Depth.RECORDS ? CountComparison.of(options, known) : List.of());
        } catch (BindingException e) {
            throw new Concealment(SensitiveFields.of(options.profile())).conceal(e);
        }
    }
}
