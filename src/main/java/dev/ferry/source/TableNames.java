package dev.ferry.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the table that a section's records stand in, by the names that a user configured, else by the section's own. */
final class TableNames {
    private static final int MOST_LISTED = 30;

    private final List<SourceTable> tables;
    private final SourceNames names;

    TableNames(List<SourceTable> tables, SourceNames names) {
        this.tables = List.copyOf(tables);
        this.names = names;
    }

    /** What a search came to. */
    sealed interface Found {
        /** The one table. */
        record One(SourceTable table) implements Found {}

        /** None. */
        record None(String lookedFor) implements Found {}

        /** Several that match as well. */
        record Several(List<SourceTable> tables) implements Found {}
    }

    /** The table of a section. */
    Found find(Section section) {
        Optional<String> configured = Optional.ofNullable(names.tables().get(section.name()));
        if (configured.isPresent()) {
            return configured(configured.get())
                    .<Found>map(Found.One::new)
                    .orElseGet(() -> new Found.None(configured.get()));
        }
        for (String name : section.names()) {
            Optional<SourceTable> exact = named(name);
            if (exact.isPresent()) {
                return new Found.One(exact.get());
            }
        }
        List<SourceTable> alike = inPath().filter(table -> section.names().stream()
                        .anyMatch(name -> Likeness.plain(name).equals(Likeness.plain(table.name()))))
                .toList();
        return switch (alike.size()) {
            case 0 -> new Found.None(String.join(", ", section.names()));
            case 1 -> new Found.One(alike.get(0));
            default -> new Found.Several(alike);
        };
    }

    /** A name as a user writes it, with a schema or without. */
    private Optional<SourceTable> configured(String name) {
        int dot = name.indexOf('.');
        return named(name)
                .or(() -> tables.stream()
                        .filter(table -> dot > 0
                                && table.schema().equals(name.substring(0, dot))
                                && table.name().equals(name.substring(dot + 1)))
                        .findFirst());
    }

    private Optional<SourceTable> named(String name) {
        return inPath().filter(table -> table.name().equals(name)).findFirst();
    }

    private Stream<SourceTable> inPath() {
        return tables.stream().filter(SourceTable::inPath);
    }

    /** The tables that there are, for messages. */
    String listed() {
        List<String> all = inPath().map(SourceTable::name).toList();
        if (all.isEmpty()) {
            return "no table at all in the schemas of the search path that this user may use";
        }
        String more = all.size() > MOST_LISTED ? " and " + (all.size() - MOST_LISTED) + " more" : "";
        return all.stream().limit(MOST_LISTED).collect(Collectors.joining(", ")) + more;
    }
}
