package dev.ferry.filter;

import com.fasterxml.jackson.annotation.JacksonInject;
import dev.ferry.bind.PropertyNames;
import dev.ferry.failure.Suggestion;
import dev.ferry.profile.Sensitive;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields of a section, as its DTO has them. */
final class SectionFields {
    private static final Pattern WORD = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final Section section;
    private final Map<String, RecordComponent> components = new LinkedHashMap<>();

    SectionFields(Section section, Class<? extends Record> dto, PropertyNames names) {
        this.section = section;
        for (RecordComponent component : dto.getRecordComponents()) {
            names.jsonName(dto, component.getName())
                    .or(() -> keyName(dto, component))
                    .ifPresent(name -> components.put(name, component));
        }
    }

    /** The section. */
    Section section() {
        return section;
    }

    /** The name for a record's key, which has none in the source: its component's, as fields are named. */
    private static Optional<String> keyName(Class<? extends Record> dto, RecordComponent component) {
        try {
            JacksonInject inject = dto.getDeclaredField(component.getName()).getAnnotation(JacksonInject.class);
            return inject != null && inject.value().equals(RawRecord.KEY)
                    ? Optional.of(
                            WORD.matcher(component.getName()).replaceAll("_").toLowerCase(Locale.ROOT))
                    : Optional.empty();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it has a field that a user may call so. */
    boolean has(String written) {
        return name(written).isPresent();
    }

    /**
     * The field that a user calls so, in camelCase or snake_case.
     *
     * @throws dev.ferry.failure.UsageException where there is none, or its values are no scalars
     */
    Field field(FilterText filter, Syntax.Name written) {
        String name =
                name(written.text()).orElseThrow(() -> filter.refused(written.at(), unknown(written.text()), known()));
        RecordComponent component = Objects.requireNonNull(components.get(name));
        if (component.isAnnotationPresent(Sensitive.class)) {
            throw filter.concealed()
                    .refused(written.at(), "'" + name + "' is secret: no condition may be about it", known());
        }
        Kind kind = Kind.of(component.getType())
                .orElseThrow(() -> filter.refused(
                        written.at(), "'" + name + "' holds more than one value and cannot be compared", known()));
        return Field.of(component, name, kind);
    }

    private Optional<String> name(String written) {
        return components.containsKey(written)
                ? Optional.of(written)
                : components.keySet().stream()
                        .filter(name -> folded(name).equals(folded(written)))
                        .findFirst();
    }

    private static String folded(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private String unknown(String written) {
        return "'" + section.name() + "' has no field '" + written + "'"
                + Suggestion.question(written, components.keySet());
    }

    private String known() {
        List<String> comparable = components.entrySet().stream()
                .filter(entry -> !entry.getValue().isAnnotationPresent(Sensitive.class))
                .filter(entry -> Kind.of(entry.getValue().getType()).isPresent())
                .map(Map.Entry::getKey)
                .toList();
        return "Fields of '" + section.name() + "': " + String.join(", ", comparable) + ".";
    }

    /** The names of all fields. */
    List<String> names() {
        return List.copyOf(components.keySet());
    }
}
