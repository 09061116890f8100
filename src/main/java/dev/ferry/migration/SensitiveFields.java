package dev.ferry.migration;

import dev.ferry.bind.PropertyNames;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Sensitive;
import dev.ferry.profile.Step;
import dev.ferry.source.Section;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The members of a profile's records whose values are secret, by section, as the source spells them. */
record SensitiveFields(Map<String, Set<String>> bySection) {
    /** What people call passwords. */
    private static final Pattern LIKE_A_SECRET = Pattern.compile("(?i)passw|passcode|pwd|secret");

    SensitiveFields {
        bySection = Map.copyOf(bySection);
    }

    static SensitiveFields of(Profile profile) {
        PropertyNames names = new PropertyNames();
        Map<String, Set<String>> bySection = new HashMap<>();
        for (Step step : profile.steps()) {
            for (Reading<?, ?> reading : step.readings()) {
                Set<String> found = new TreeSet<>();
                collect(reading.dto(), names, found, new HashSet<>());
                if (!found.isEmpty()) {
                    bySection.put(reading.section().name(), found);
                }
            }
        }
        return new SensitiveFields(bySection);
    }

    private static void collect(Class<?> dto, PropertyNames names, Set<String> found, Set<Class<?>> seen) {
        if (!dto.isRecord() || !seen.add(dto)) {
            return;
        }
        for (RecordComponent component : dto.getRecordComponents()) {
            if (component.isAnnotationPresent(Sensitive.class)) {
                names.jsonName(dto, component.getName()).ifPresent(found::add);
            }
            collect(component.getGenericType(), names, found, seen);
        }
    }

    private static void collect(Type type, PropertyNames names, Set<String> found, Set<Class<?>> seen) {
        if (type instanceof Class<?> nested) {
            collect(nested, names, found, seen);
        } else if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, names, found, seen);
            }
        }
    }

    /** Those of a section's records. */
    Set<String> in(Section section) {
        return in(section.name());
    }

    Set<String> in(String section) {
        return bySection.getOrDefault(section, Set.of());
    }

    /**
     * Whether a member of a section's records is one of them, or looks like one that is spelt otherwise or stands in the wrong
     * section, where the profile has secrets at all.
     */
    boolean mayBeSecret(Section section, String member) {
        return in(section).contains(member)
                || (!bySection.isEmpty() && LIKE_A_SECRET.matcher(member).find());
    }

    /** Those of all records. */
    Set<String> all() {
        Set<String> all = new TreeSet<>();
        bySection.values().forEach(all::addAll);
        return all;
    }
}
