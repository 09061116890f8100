package dev.ferry.migration;

import dev.ferry.bind.UnknownField;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.source.Section;
import dev.ferry.validate.Warning;
import java.util.List;
import java.util.Optional;

/**
 * The step that a section belongs to: the first of its profile that makes rows of its records one by one; if there is none,
 * the first that reads it.
 */
record SectionOwner(Step step, Reading<?, ?> reading) {
    static SectionOwner of(Profile profile, Section section) {
        List<Step> readers = profile.steps().stream()
                .filter(step -> step.sections().contains(section))
                .toList();
        Step owner = readers.stream()
                .filter(EntityStep.class::isInstance)
                .findFirst()
                .orElseGet(() -> readers.get(0));
        return new SectionOwner(
                owner,
                owner.readings().stream()
                        .filter(reading -> reading.section().equals(section))
                        .findFirst()
                        .orElseThrow());
    }

    /** The table that what is wrong with its records is told of. */
    String table() {
        return reading.table().orElse(step.table().name());
    }

    /** The warning for a field that the DTO does not know. */
    Warning warning(UnknownField unknown) {
        String field = String.join(".", unknown.path());
        Optional<String> column = Optional.empty();
        if (step instanceof EntityStep<?, ?> entityStep) {
            if (entityStep.fieldsWithoutColumn().contains(field)) {
                String fate = "is known to the profile but has no column: it is left out";
                return new Warning(unknown.first(), table(), field, "no-column", fate, unknown.count());
            }
            column = entityStep.unknownFields();
        }
        String fate = column.map(kept -> "is not known to the profile; it is kept in column " + kept)
                .orElse("is not known to the profile and has no column: it is left out");
        return new Warning(unknown.first(), table(), field, "unknown-field", fate, unknown.count());
    }
}
