package dev.ferry.filter;

import dev.ferry.bind.PropertyNames;
import dev.ferry.failure.Suggestion;
import dev.ferry.failure.UsageException;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.source.Section;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the filters that a user gives a run. */
public final class Filters {
    /** A name and one colon; two are a cast. */
    private static final Pattern ENTITY =
            Pattern.compile("\\s*(?:\"([^\"]*)\"|([\\p{L}_][\\p{L}\\p{N}_.-]*))\\s*:(?!:)");

    private final ZoneId zone;
    private final SectionNames names;
    private final List<SectionFields> sections;
    private final Map<Section, List<Condition>> conditions = new LinkedHashMap<>();
    private final Map<Section, Set<String>> used = new LinkedHashMap<>();

    private Filters(Profile profile, ZoneId zone) {
        this.zone = zone;
        this.names = new SectionNames(profile);
        PropertyNames properties = new PropertyNames();
        Map<Section, SectionFields> bySection = new LinkedHashMap<>();
        profile.steps().stream()
                .flatMap(step -> step.readings().stream())
                .forEach((Reading<?, ?> reading) -> bySection.computeIfAbsent(
                        reading.section(), section -> new SectionFields(section, reading.dto(), properties)));
        this.sections = List.copyOf(bySection.values());
    }

    /**
     * The filter of each section that has one; several that are given for a section must all select a record.
     *
     * @param zone the zone of timestamps that name none
     * @param written filters as {@code [entity:]condition}, where the entity is a section or a table; one without an entity
     *     is for every section that has all its fields
     * @throws UsageException where one cannot be understood, with a caret under the place
     */
    public static Map<Section, RowFilter> parse(Profile profile, ZoneId zone, List<String> written) {
        Filters filters = new Filters(profile, zone);
        written.forEach(filters::add);
        return filters.finish();
    }

    private Map<Section, RowFilter> finish() {
        Map<Section, RowFilter> filters = new LinkedHashMap<>();
        conditions.forEach((section, all) -> filters.put(
                section,
                new SectionFilter(
                        all.size() == 1 ? all.get(0) : new Condition.Junction(Syntax.Junction.Joint.AND, all),
                        used.getOrDefault(section, Set.of()),
                        zone)));
        return filters;
    }

    private void add(String written) {
        Matcher entity = ENTITY.matcher(written);
        FilterText filter = new FilterText(written, entity.lookingAt() ? entity.end() : 0);
        List<SectionFields> meant = filter.start() == 0 ? sections : named(filter, entity);
        try {
            Syntax syntax = SyntaxReader.read(filter);
            for (SectionFields section : withAllFields(filter, syntax, meant)) {
                ConditionReader reader = new ConditionReader(filter, section, zone);
                conditions
                        .computeIfAbsent(section.section(), any -> new ArrayList<>())
                        .add(reader.read(syntax));
                used.computeIfAbsent(section.section(), any -> new LinkedHashSet<>())
                        .addAll(reader.used());
            }
        } catch (StackOverflowError e) {
            throw filter.forbidden(0, "this is nested too deeply");
        }
    }

    private List<SectionFields> named(FilterText filter, Matcher entity) {
        int group = entity.group(1) == null ? 2 : 1;
        String name = entity.group(group);
        Set<Section> called = names.called(name);
        if (called.isEmpty()) {
            throw filter.refused(
                    entity.start(group) - filter.start(),
                    "the profile reads no '" + name + "'" + Suggestion.question(name, names.known()),
                    "Before the colon stands one of: " + String.join(", ", names.known()) + ".");
        }
        return sections.stream()
                .filter(section -> called.contains(section.section()))
                .toList();
    }

    /** The sections that a filter is for. */
    private List<SectionFields> withAllFields(FilterText filter, Syntax syntax, List<SectionFields> meant) {
        List<Syntax.Name> fields = FieldNames.in(syntax);
        if (meant.size() == 1) {
            return meant;
        }
        List<SectionFields> having = meant.stream()
                .filter(section -> fields.stream().allMatch(field -> section.has(field.text())))
                .toList();
        if (having.isEmpty()) {
            throw nowhere(filter, fields, meant);
        }
        return having;
    }

    private UsageException nowhere(FilterText filter, List<Syntax.Name> fields, List<SectionFields> meant) {
        List<String> known = meant.stream()
                .flatMap(section -> section.names().stream())
                .distinct()
                .toList();
        for (Syntax.Name field : fields) {
            if (meant.stream().noneMatch(section -> section.has(field.text()))) {
                return filter.refused(
                        field.at(),
                        "no section has a field '" + field.text() + "'" + Suggestion.question(field.text(), known),
                        "Fields: " + String.join(", ", known) + ".");
            }
        }
        return filter.refused(
                fields.get(fields.size() - 1).at(),
                "no section has all these fields",
                "Give a filter for each section: --filter \"" + names.known().get(0) + ": …\".");
    }
}
