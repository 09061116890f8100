package dev.ferry.cli;

import dev.ferry.cli.setting.Entry;
import dev.ferry.failure.Suggestion;
import dev.ferry.failure.UsageException;
import dev.ferry.migration.RecordFields;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.source.Section;
import dev.ferry.source.SourceNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a user configured of the source's names, in the words of a profile: an entity is a section by its name, one of its
 * further names, or the table whose rows its records stand for; a field is one of its DTO, in camelCase or snake_case.
 */
final class ConfiguredNames {
    private final Profile profile;
    private final RecordFields fields;

    ConfiguredNames(Profile profile) {
        this.profile = profile;
        this.fields = new RecordFields(profile);
    }

    /**
     * The names for the source.
     *
     * @param entries {@code tables.<entity>} and {@code columns.<entity>.<field>}
     * @throws UsageException where the profile knows no such entity or field, or one has two names
     */
    SourceNames of(List<Entry> entries) {
        Map<String, String> tables = new HashMap<>();
        Map<String, Map<String, String>> columns = new HashMap<>();
        for (Entry entry : entries) {
            String[] words = entry.key().split("\\.", 3);
            Section section = section(words[1], entry);
            if (entry.value().isBlank()) {
                throw new UsageException(entry.place() + " must be a name, was '" + entry.value() + "'", null);
            }
            Optional<String> before = words.length == 2
                    ? Optional.ofNullable(tables.put(section.name(), entry.value()))
                    : Optional.ofNullable(columns.computeIfAbsent(section.name(), any -> new HashMap<>())
                            .put(field(section, words[2], entry), entry.value()));
            if (before.filter(other -> !other.equals(entry.value())).isPresent()) {
                throw new UsageException(
                        entry.place() + " gives a second name to what is called " + before.get() + " already",
                        "Keep one of them.");
            }
        }
        return new SourceNames(tables, columns);
    }

    private Section section(String written, Entry entry) {
        Map<String, Section> byName = new LinkedHashMap<>();
        profile.sections().forEach(section -> byName.putIfAbsent(lower(section.name()), section));
        profile.sections()
                .forEach(section -> section.aliases().forEach(name -> byName.putIfAbsent(lower(name), section)));
        readings()
                .forEach(reading ->
                        reading.table().ifPresent(name -> byName.putIfAbsent(lower(name), reading.section())));
        profile.steps()
                .forEach(step -> step.readings()
                        .forEach(
                                reading -> byName.putIfAbsent(lower(step.table().name()), reading.section())));
        Section found = byName.get(lower(written));
        if (found == null) {
            throw new UsageException(
                    entry.place() + ": profile " + profile.name() + " has no entity '" + written + "'"
                            + Suggestion.question(written, byName.keySet()),
                    "Entities: "
                            + String.join(
                                    ", ",
                                    profile.sections().stream()
                                            .map(Section::name)
                                            .distinct()
                                            .toList())
                            + ".");
        }
        return found;
    }

    private String field(Section section, String written, Entry entry) {
        Set<String> known = fields.of(section);
        return known.stream()
                .filter(field -> plain(field).equals(plain(written)))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        entry.place() + ": " + section.name() + " has no field '" + written + "'"
                                + Suggestion.question(written, known),
                        "Fields: " + String.join(", ", known) + "."));
    }

    private Stream<Reading<?, ?>> readings() {
        List<Reading<?, ?>> all = new ArrayList<>();
        profile.steps().stream().map(Step::readings).forEach(all::addAll);
        return all.stream();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String plain(String name) {
        return lower(name).replace("_", "");
    }
}
