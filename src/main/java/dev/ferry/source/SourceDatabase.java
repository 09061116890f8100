package dev.ferry.source;

import dev.ferry.failure.UsageException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A PostgreSQL database that is a source: what it has, as it was when it was opened.
 *
 * <p>Tables are looked for in the schemas of the connection's search path; {@code currentSchema} of a URL sets it. Not
 * thread-safe.
 */
public final class SourceDatabase implements AutoCloseable {
    private static final String TABLES = """
            SELECT n.nspname, c.relname, c.relkind IN ('r', 'p', 'm'),
                coalesce(array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attnum IS NOT NULL), '{}'),
                coalesce(array_agg(format_type(a.atttypid, NULL) ORDER BY a.attnum) FILTER (WHERE a.attnum IS NOT NULL), '{}'),
                c.oid = to_regclass(quote_ident(c.relname))
            FROM pg_class c
            JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relkind IN ('r', 'p', 'm', 'v', 'f') AND NOT c.relispartition
                AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_toast%'
            GROUP BY n.nspname, c.relname, c.relkind, c.oid
            ORDER BY array_position(current_schemas(false), n.nspname), n.nspname, c.relname""";

    private final Snapshot snapshot;
    private final List<SourceTable> tables;

    private SourceDatabase(Snapshot snapshot, List<SourceTable> tables) {
        this.snapshot = snapshot;
        this.tables = List.copyOf(tables);
    }

    /**
     * Connects and begins the one transaction in which everything is read; it reads only.
     *
     * @throws dev.ferry.failure.FerryException where the database cannot be reached or refuses
     */
    public static SourceDatabase open(SourceRows rows) {
        Snapshot snapshot = Snapshot.of(rows);
        try {
            return new SourceDatabase(
                    snapshot,
                    snapshot.list(
                            "the source's tables cannot be listed",
                            "",
                            new RowQuery.Sql(TABLES, List.of()),
                            row -> new SourceTable(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getBoolean(3) ? SourceTable.Kind.STORED : SourceTable.Kind.DERIVED,
                                    columns((String[]) row.getArray(4).getArray(), (String[])
                                            row.getArray(5).getArray()),
                                    row.getBoolean(6))));
        } catch (RuntimeException e) {
            snapshot.close();
            throw e;
        }
    }

    private static List<SourceTable.Column> columns(String[] names, String[] types) {
        return IntStream.range(0, names.length)
                .mapToObj(i -> new SourceTable.Column(names[i], types[i]))
                .toList();
    }

    /** Every table and view, those of the search path first. */
    public List<SourceTable> tables() {
        return tables;
    }

    /** The table that a section's records stand in; empty where there is none, or several might be meant. */
    public Optional<SourceTable> table(Section section, SourceNames names) {
        return new TableNames(tables, names).find(section) instanceof TableNames.Found.One one
                ? Optional.of(one.table())
                : Optional.empty();
    }

    /**
     * The field that each column of a section's table becomes, by the column's name.
     *
     * @throws UsageException where a configured column is not there
     */
    public Map<String, String> fields(SourceTable table, Section section, SourceNames names) {
        Map<String, String> fields = new LinkedHashMap<>();
        RowColumns.of(table, section, names).columns().forEach((field, column) -> fields.put(column.name(), field));
        return fields;
    }

    /** The rows of a table. */
    public long count(SourceTable table) {
        return snapshot.list(
                        table.title() + " of the source cannot be read",
                        table.schema(),
                        new RowQuery.Sql("SELECT count(*) FROM " + table.sql(), List.of()),
                        row -> row.getLong(1))
                .get(0);
    }

    /**
     * The source that it is for these sections; closing that closes this.
     *
     * @param conditions which rows are wanted, by section
     * @throws UsageException where a section has no table, or a configured column is not there
     */
    public Source source(
            List<Section> sections, SourceNames names, Map<Section, ? extends RowCondition> conditions, Limits limits) {
        TableNames found = new TableNames(tables, names);
        Map<Section.Key, TableSection> all = new LinkedHashMap<>();
        for (Section section : sections) {
            if (section.shape() != Section.Shape.KEYED) {
                table(section, found).ifPresent(table -> {
                    RowColumns columns = RowColumns.of(table, section, names);
                    RowQuery query =
                            new RowQuery(table, section, columns, Optional.ofNullable(conditions.get(section)));
                    all.put(section.key(), new TableSection(snapshot, section, columns, query, limits.withinHeap()));
                });
            } else if (hasNoTwin(section, sections)) {
                throw new UsageException(
                        "section " + section.name() + " is keyed by the names of an object's members, which the rows of"
                                + " a table do not have: it cannot be read from a database",
                        "give a file or folder as the source");
            }
        }
        return new DatabaseSource(snapshot, all);
    }

    private static boolean hasNoTwin(Section section, List<Section> sections) {
        return sections.stream()
                        .filter(other -> other.name().equals(section.name()))
                        .count()
                == 1;
    }

    private Optional<SourceTable> table(Section section, TableNames found) {
        TableNames.Found result = found.find(section);
        if (result instanceof TableNames.Found.One one) {
            return Optional.of(one.table());
        }
        String setting = "tables." + section.name() + "=<name>";
        if (result instanceof TableNames.Found.Several several) {
            throw new UsageException(
                    "several tables of the source may be section " + section.name() + ": "
                            + several.tables().stream().map(SourceTable::name).collect(Collectors.joining(", ")),
                    "say which in ferry.properties: " + setting);
        }
        if (section.presence() == Section.Presence.OPTIONAL) {
            return Optional.empty();
        }
        throw new UsageException(
                "the source has no table for section " + section.name() + ": looked for "
                        + ((TableNames.Found.None) result).lookedFor() + ", there is " + found.listed() + " ("
                        + snapshot.description() + ")",
                "if it has another name, say so in ferry.properties: " + setting + "; 'ferry analyze' proposes names");
    }

    @Override
    public void close() {
        snapshot.close();
    }
}
