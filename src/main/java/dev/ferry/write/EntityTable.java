package dev.ferry.write;

import dev.ferry.database.Identifier;
import dev.ferry.ledger.IdentityMap;
import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.ForeignKeyDescriptor;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * The table of an entity as Hibernate's metamodel sees it: its columns, and an entity's values in them.
 *
 * <p>Columns that JPA neither inserts nor updates ({@code created_at}) are the database's own and are left out.
 */
final class EntityTable<E> {
    private final Table<E> table;
    private final EntityPersister persister;
    private final String schema;
    private final String sql;
    private final List<Column> identifier;
    private final List<Column> others;
    private final List<Column> naturalKey;
    private final Set<Column> filledByDatabase;
    private final Set<Column> volatileColumns;
    private final List<String> rememberedNames;
    private final List<AttributeMapping> remembered;

    EntityTable(Table<E> table, EntityPersister persister, String schema) {
        this.table = table;
        this.persister = persister;
        this.schema = schema;
        this.sql = Identifier.quoted(schema) + "." + Identifier.quoted(table.name());
        this.identifier = columns(persister.getIdentifierMapping());
        List<Column> columns = new ArrayList<>();
        persister.forEachAttributeMapping(attribute -> {
            if (!(attribute instanceof PluralAttributeMapping)) {
                columns.addAll(columns(attribute));
            }
        });
        this.others = List.copyOf(columns);
        this.naturalKey = table.found() == Table.Found.BY_COLUMNS ? columns(table.key()) : List.of();
        this.filledByDatabase =
                table.filledByDatabase().stream().map(this::column).collect(Collectors.toUnmodifiableSet());
        this.volatileColumns = Stream.concat(
                        table.volatileAttributes().stream().map(this::column), filledByDatabase.stream())
                .collect(Collectors.toUnmodifiableSet());
        this.rememberedNames = table.remembered().stream().sorted().toList();
        this.remembered =
                rememberedNames.stream().map(persister::findAttributeMapping).toList();
    }

    /** The table's name without its schema. */
    String name() {
        return table.name();
    }

    /** The schema that it is in. */
    String schema() {
        return schema;
    }

    /** The table's name as SQL statements write it. */
    String sql() {
        return sql;
    }

    /** How Hibernate writes it. */
    EntityPersister persister() {
        return persister;
    }

    Class<E> entity() {
        return table.entity();
    }

    UniqueKey<E> naturalKey() {
        return table.key();
    }

    /** The columns of the primary key. */
    List<Column> identifierColumns() {
        return identifier;
    }

    /** The columns of a natural or unique key, in its order. */
    List<Column> columns(UniqueKey<E> key) {
        List<Column> columns = new ArrayList<>();
        for (KeyAttribute<E> attribute : key.attributes()) {
            ModelPart part = persister.findSubPart(attribute.name(), null);
            if (part == null) {
                throw new IllegalStateException(
                        table.entity().getSimpleName() + " has no attribute '" + attribute.name() + "'");
            }
            columns.addAll(columns(part));
        }
        if (columns.size() != key.attributes().size()) {
            throw new IllegalStateException("each attribute of a key must have one column: " + key);
        }
        return columns;
    }

    /** The column of an attribute, by its name as JPA knows it. */
    Column column(String attribute) {
        return columns(new UniqueKey<>("", List.of(new KeyAttribute<E>(attribute, any -> null))))
                .get(0);
    }

    /** Whether its natural keys are in the ledger's identity map. */
    boolean isFoundByIdentityMap() {
        return table.found() == Table.Found.BY_IDENTITY_MAP;
    }

    /** A row's natural key as the identity map keeps it. */
    String sourceKey(E row) {
        return IdentityMap.sourceKey(table.key().of(row).orElseThrow().values());
    }

    /** Whether a unique key is the natural key. */
    boolean isNaturalKey(UniqueKey<E> unique) {
        return names(unique).equals(names(table.key()));
    }

    private static List<String> names(UniqueKey<?> unique) {
        return unique.attributes().stream().<String>map(KeyAttribute::name).toList();
    }

    /** The values of the attributes that later steps read of a row, in the order of their names. */
    List<@Nullable Object> remembered(E row) {
        List<@Nullable Object> values = new ArrayList<>(remembered.size());
        remembered.forEach(attribute -> values.add(attribute.getValue(row)));
        return values;
    }

    /** Gives a row the values that {@link #remembered} read of another. */
    void recall(E row, List<@Nullable Object> values) {
        for (int i = 0; i < remembered.size(); i++) {
            remembered.get(i).setValue(row, values.get(i));
        }
    }

    /** The names of the attributes that later steps read of a row, sorted. */
    List<String> rememberedNames() {
        return rememberedNames;
    }

    /** The columns of the natural key, in its order; none where the ledger keeps it. */
    List<Column> naturalKeyColumns() {
        return naturalKey;
    }

    /** The columns of keys that are looked for twice in a source, each by itself; and those of the identifier, which follows from it. */
    List<Set<String>> distinctColumns() {
        Stream<List<Column>> keys = Stream.concat(
                Stream.of(identifier, naturalKey), table.unique().stream().map(this::columns));
        return keys.filter(columns -> !columns.isEmpty())
                .map(columns -> columns.stream().map(Column::name).collect(Collectors.toUnmodifiableSet()))
                .toList();
    }

    /** Whether the natural key is the primary key, of one column. */
    boolean naturalKeyIsIdentifier() {
        return identifier.size() == 1 && identifier.equals(naturalKey);
    }

    /** The columns that are compared when a row is there already: all but the primary key. */
    List<Column> valueColumns() {
        return others;
    }

    /** Whether null stands for whatever the column has, see {@link Table#filledByDatabase}. */
    boolean isFilledByDatabase(Column column) {
        return filledByDatabase.contains(column);
    }

    /** Whether two runs of one source may give the column other values where the mapping gives none. */
    boolean isVolatile(Column column) {
        return volatileColumns.contains(column);
    }

    /** The columns that a mapping gives values, by name: not those of a primary key that a sequence gives. */
    List<Column> mappedColumns() {
        boolean generated = identifier.size() == 1 && persister.getGenerator().generatesSometimes();
        return Stream.concat(generated ? Stream.empty() : identifier.stream(), others.stream())
                .distinct()
                .sorted(Comparator.comparing(Column::name))
                .toList();
    }

    /** Those of them whose values the source decides alone. */
    List<Column> stableColumns() {
        return mappedColumns().stream().filter(column -> !isVolatile(column)).toList();
    }

    /** The columns that name rows of other tables; associations over several columns are left to the database. */
    List<ForeignKey> foreignKeys() {
        List<ForeignKey> keys = new ArrayList<>();
        persister.forEachAttributeMapping(attribute -> {
            if (attribute instanceof ToOneAttributeMapping association) {
                ForeignKeyDescriptor descriptor = association.getForeignKeyDescriptor();
                if (descriptor.getJdbcTypeCount() == 1) {
                    SelectableMapping column = descriptor.getSelectable(0);
                    SelectableMapping parent = descriptor.getTargetPart().getSelectable(0);
                    String parentTable = association
                            .getEntityMappingType()
                            .getMappedTableDetails()
                            .getTableName();
                    keys.add(new ForeignKey(
                            Sql.unquoted(column.getSelectionExpression()),
                            Sql.lastName(parentTable),
                            Sql.unquoted(parent.getSelectionExpression())));
                }
            }
        });
        return keys;
    }

    /** An entity's values in {@link #valueColumns}, as JDBC binds them; null for a parent that has no row. */
    List<@Nullable Object> values(E entity, SharedSessionContractImplementor session) {
        List<@Nullable Object> values = new ArrayList<>(others.size());
        persister.forEachAttributeMapping(
                attribute -> AttributeValues.add(attribute, attribute.getValue(entity), values, session));
        return values;
    }

    /** An entity's values in {@link #identifierColumns}, as JDBC binds them. */
    List<@Nullable Object> identifierValues(E entity, SharedSessionContractImplementor session) {
        List<@Nullable Object> values = new ArrayList<>(identifier.size());
        persister
                .getIdentifierMapping()
                .breakDownJdbcValues(
                        persister.getIdentifier(entity, session), (index, value, column) -> values.add(value), session);
        return values;
    }

    /** The identifier that an entity has. */
    Object identifier(E entity, SharedSessionContractImplementor session) {
        return Objects.requireNonNull(persister.getIdentifier(entity, session));
    }

    /** Gives an entity the identifier that its row has. */
    void setIdentifier(E entity, Object id, SharedSessionContractImplementor session) {
        persister.setIdentifier(entity, id, session);
    }

    /** An entity that carries an identifier, or none, and nothing else. */
    E withIdentifier(@Nullable Object id, SharedSessionContractImplementor session) {
        return entity().cast(persister.instantiate(id, session));
    }

    private static List<Column> columns(ModelPart part) {
        List<Column> columns = new ArrayList<>();
        part.forEachSelectable((index, column) -> {
            if (written(column)) {
                String name = Sql.unquoted(column.getSelectionExpression());
                columns.add(new Column(name, Identifier.quoted(name), column.getJdbcMapping()));
            }
        });
        return List.copyOf(columns);
    }

    /** Whether an entity writes a column. */
    static boolean written(SelectableMapping column) {
        return !column.isFormula() && (column.isInsertable() || column.isUpdateable());
    }
}
