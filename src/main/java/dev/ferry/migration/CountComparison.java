package dev.ferry.migration;

import dev.ferry.ledger.EntityCount;
import dev.ferry.migration.Analysis.Comparison;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.Profile;
import java.util.List;

/**
 * Counts the records of tables that are filled from records one by one, and those that a run would leave out: by a validation
 * without a database, so that what depends on a record that is left out is known, too.
 */
final class CountComparison {
    private CountComparison() {}

    static List<Comparison> of(MigrationOptions options, TargetView target) {
        MigrationResult result = Migration.offline(options.withMode(RunMode.VALIDATE), MigrationListener.SILENT)
                .run();
        result.summary().report().close();
        return result.summary().entities().stream()
                .filter(count -> isFilledOneByOne(options.profile(), count.entity()))
                .map(count -> comparison(count, target))
                .toList();
    }

    private static Comparison comparison(EntityCount count, TargetView target) {
        return new Comparison(count.entity(), count.read(), count.filtered(), target.rows(count.entity()));
    }

    private static boolean isFilledOneByOne(Profile profile, String table) {
        return profile.steps().stream()
                .filter(step -> step.table().name().equals(table))
                .anyMatch(EntityStep.class::isInstance);
    }
}
