package dev.ferry.migration;

import dev.ferry.profile.EntityStep;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Step;
import dev.ferry.source.Section;
import java.util.List;

/**
 * The step that a section belongs to: the first of its profile that makes rows of its records one by one; if there is none,
 * the first that reads it.
 */
record SectionOwner(Step step) {
    static SectionOwner of(Profile profile, Section section) {
        List<Step> readers = profile.steps().stream()
                .filter(step -> step.sections().contains(section))
                .toList();
        return new SectionOwner(readers.stream()
                .filter(EntityStep.class::isInstance)
                .findFirst()
                .orElseGet(() -> readers.get(0)));
    }

    /** The table that what is wrong with its records is told of. */
    String table() {
        return step.table().name();
    }

    /** What becomes of a field that the DTO does not know. */
    String fate(String field) {
        if (step instanceof EntityStep<?, ?> entityStep) {
            if (entityStep.fieldsWithoutColumn().contains(field)) {
                return "is known to the profile but has no column: it is left out";
            }
            if (entityStep.unknownFields().isPresent()) {
                return "is not known to the profile; it is kept in column "
                        + entityStep.unknownFields().get();
            }
        }
        return "is not known to the profile and has no column: it is left out";
    }
}
