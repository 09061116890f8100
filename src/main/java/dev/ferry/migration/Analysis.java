package dev.ferry.migration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a source has and a target, side by side.
 *
 * @param profile the profile's name
 * @param source the source for people
 * @param target the target for people, or why nothing is known of it
 * @param sections what the profile reads, in its order
 * @param tables the target's tables, in the order in which they are filled; none where nothing is known of them
 * @param proposals settings for {@code ferry.properties} that would give sections and fields what seems to be theirs
 * @param counts how many records there are and how many rows, where that was asked for
 */
public record Analysis(
        String profile,
        String source,
        String target,
        List<AnalyzedSection> sections,
        List<AnalyzedTable> tables,
        List<String> proposals,
        List<Comparison> counts) {
    public Analysis {
        sections = List.copyOf(sections);
        tables = List.copyOf(tables);
        proposals = List.copyOf(proposals);
        counts = List.copyOf(counts);
    }

    /** How much is looked at. */
    public enum Depth {
        /** Names, types and the numbers of rows. */
        SCHEMAS,
        /** Every record, too. */
        RECORDS
    }

    /**
     * A section.
     *
     * @param name its name
     * @param place the table that it is read from, or that it stands in the file; empty where the source has none
     * @param records how many records it has
     * @param fields what the source has for it
     * @param missing fields that the profile reads and the source does not have
     */
    public record AnalyzedSection(
            String name, Optional<String> place, long records, List<AnalyzedField> fields, List<String> missing) {
        public AnalyzedSection {
            fields = List.copyOf(fields);
            missing = List.copyOf(missing);
        }
    }

    /**
     * A column of a table, or a field of a file's records.
     *
     * @param name its name in the source
     * @param type its type; of a file's field the kinds of JSON that its values have
     * @param readAs the profile's field that it becomes; empty where none reads it
     */
    public record AnalyzedField(String name, String type, Optional<String> readAs) {}

    /**
     * A table of the target.
     *
     * @param rows how many rows it has; empty where it is not there yet
     */
    public record AnalyzedTable(String name, OptionalLong rows, List<AnalyzedColumn> columns) {
        public AnalyzedTable {
            columns = List.copyOf(columns);
        }
    }

    /** A column of the target. */
    public record AnalyzedColumn(String name, String type) {}

    /**
     * What the source has of an entity and what the target does.
     *
     * @param source records, or parts of them, that the source has
     * @param leftOut those that a run would leave out: what the source holds for deleted, and what hangs on that
     * @param target rows; empty where the table is not there yet
     */
    public record Comparison(String entity, long source, long leftOut, OptionalLong target) {
        /** What a migration would have to add: below zero where the target has more; empty where it has no table. */
        public OptionalLong difference() {
            return target.isPresent() ? OptionalLong.of(source - leftOut - target.getAsLong()) : OptionalLong.empty();
        }
    }
}
