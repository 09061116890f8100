package dev.ferry.migration;

import dev.ferry.bind.PropertyNames;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.source.Section;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The fields that a profile reads of each section, by the names that they have in JSON; immutable. */
public final class RecordFields {
    private final List<Reading<?, ?>> readings = new ArrayList<>();
    private final PropertyNames properties = new PropertyNames();

    /** The fields of a profile's sections. */
    public RecordFields(Profile profile) {
        profile.steps().stream().map(Step::readings).forEach(readings::addAll);
    }

    /** The fields of a section's records, in their DTO's order. */
    public Set<String> of(Section section) {
        Set<String> fields = new LinkedHashSet<>();
        readings.stream()
                .filter(reading -> reading.section().equals(section))
                .flatMap(reading -> names(reading.dto()))
                .forEach(fields::add);
        return fields;
    }

    private Stream<String> names(Class<?> dto) {
        return Stream.of(dto.getRecordComponents())
                .map(component -> properties.jsonName(dto, component.getName()))
                .flatMap(Optional::stream);
    }
}
