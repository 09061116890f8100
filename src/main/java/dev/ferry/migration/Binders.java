package dev.ferry.migration;

import dev.ferry.bind.Binder;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.source.Section;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What binds the sections of a source, for all passes that are made through it. */
final class Binders {
    private final MigrationOptions options;
    private final boolean again;
    private final Map<Section, SectionBinder<?>> bySection = new HashMap<>();
    private long room = SpareMemory.part(4);

    /** @param again whether the steps go through the whole source more than once */
    Binders(MigrationOptions options, boolean again) {
        this.options = options;
        this.again = again;
    }

    /** The binder of a section's records. */
    @SuppressWarnings("unchecked") // A section has one DTO in all steps of a profile.
    <R extends Record> SectionBinder<R> of(Reading<R, ?> reading) {
        return (SectionBinder<R>) bySection.computeIfAbsent(
                reading.section(),
                section -> new SectionBinder<>(
                        () -> new Binder<>(reading.dto(), options.limits(), options.sourceZone()),
                        again || passes(section) > 1,
                        this::take));
    }

    private boolean take(long bytes) {
        room -= bytes;
        return room >= 0;
    }

    /** How often the steps go through a section at least, as far as that is known before. */
    private int passes(Section section) {
        int passes = 0;
        for (Step step : options.profile().steps()) {
            List<Section> sections = step.sections();
            passes += (int) sections.stream().filter(section::equals).count();
            if (sections.contains(section)
                    && step instanceof EntityStep<?, ?> entityStep
                    && (entityStep.passwords() != null || FirstPass.isNeeded(entityStep.table()))) {
                passes++;
            }
        }
        return passes;
    }
}
