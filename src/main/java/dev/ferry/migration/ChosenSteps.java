package dev.ferry.migration;

import dev.ferry.failure.UsageException;
import dev.ferry.profile.Profile;
import dev.ferry.profile.ReferenceStep;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import java.util.List;
import java.util.Set;

/**
 * The steps of a profile that a run takes.
 *
 * @param entities the tables that its user asked for, all where it is empty
 */
record ChosenSteps(Profile profile, RunMode mode, Set<String> entities) {
    /** Those that fill the tables; those of the reference data only where that is all, since other runs set it up apart. */
    List<Step> steps() {
        if (mode.isSetup()) {
            return List.copyOf(ofReferenceData(profile));
        }
        return profile.steps().stream()
                .filter(step -> !(step instanceof ReferenceStep<?>))
                .filter(step ->
                        entities.isEmpty() || entities.contains(step.table().name()))
                .toList();
    }

    static List<ReferenceStep<?>> ofReferenceData(Profile profile) {
        return profile.steps().stream()
                .filter(ReferenceStep.class::isInstance)
                .<ReferenceStep<?>>map(step -> (ReferenceStep<?>) step)
                .toList();
    }

    /** The tables that were asked for, each of which the profile must fill from its source. */
    static Set<String> requireKnown(Profile profile, Set<String> entities) {
        List<String> known = Step.tables(new ChosenSteps(profile, RunMode.MIGRATE, Set.of()).steps()).stream()
                .map(Table::name)
                .toList();
        for (String entity : entities) {
            if (!known.contains(entity)) {
                throw new UsageException(
                        "profile " + profile.name() + " has no entity '" + entity + "'",
                        "choose of: " + String.join(", ", known));
            }
        }
        return Set.copyOf(entities);
    }
}
