package dev.ferry.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hibernate.engine.jdbc.mutation.ParameterUsage;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.service.spi.EventListenerGroup;
import org.hibernate.generator.Assigned;
import org.hibernate.jpa.event.spi.CallbackType;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.hibernate.metamodel.mapping.ModelPart.JdbcValueBiConsumer;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.persister.entity.mutation.InsertCoordinatorStandard;
import org.hibernate.persister.entity.mutation.UpdateCoordinatorStandard;
import org.hibernate.sql.model.MutationOperationGroup;
import org.hibernate.sql.model.jdbc.JdbcMutationOperation;
import org.hibernate.sql.model.jdbc.JdbcValueDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of the INSERT or UPDATE that Hibernate sends for an entity, in its order, and an entity's values for them. Only
 * of a statement that does no more than set columns, and of entities for which Hibernate does no more than send it.
 */
final class RowLayout {
    private static final JdbcValueBiConsumer<@Nullable Object[], int[]> FILL = (index, row, places, value, column) -> {
        if (places[index] >= 0) {
            row[places[index]] = value;
        }
    };

    /** Hibernate's own listeners look for callbacks, and for caches that it has not here. */
    private static final Set<String> HARMLESS_LISTENERS =
            Set.of("org.hibernate.event.internal", "org.hibernate.cache.internal");

    private final EntityPersister persister;
    private final JdbcMutationOperation operation;
    private final @Nullable String[] columns;
    private final @Nullable JdbcMapping[] mappings;
    private final List<AttributeMapping> attributes = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();
    private final int[] keyPlaces;

    private RowLayout(
            EntityPersister persister,
            @Nullable MutationOperationGroup group,
            boolean[] included,
            ParameterUsage keyUsage,
            Predicate<SelectableMapping> written)
            throws NotByCopyException {
        if (group == null || group.getNumberOfOperations() != 1) {
            throw new NotByCopyException("it is written by no, or more than one, statement");
        }
        NotByCopyException.unless(
                group.getSingleOperation() instanceof JdbcMutationOperation, "its statement is special");
        this.persister = persister;
        this.operation = (JdbcMutationOperation) group.getSingleOperation();
        int width = operation.getParameterBinders().size();
        this.columns = new String[width];
        this.mappings = new JdbcMapping[width];
        for (int i = 0; i < included.length; i++) {
            AttributeMapping attribute = persister.getAttributeMapping(i);
            if (included[i] && !(attribute instanceof PluralAttributeMapping)) {
                attributes.add(attribute);
                int[] of = new int[attribute.getJdbcTypeCount()];
                attribute.forEachSelectable(
                        (index, column) -> of[index] = written.test(column) ? place(column, ParameterUsage.SET) : -1);
                places.add(of);
            }
        }
        this.keyPlaces = new int[persister.getIdentifierMapping().getJdbcTypeCount()];
        persister
                .getIdentifierMapping()
                .forEachSelectable((index, column) -> keyPlaces[index] = place(column, keyUsage));
        NotByCopyException.unless(
                !Arrays.asList(columns).contains(null)
                        && Arrays.stream(keyPlaces).allMatch(place -> place >= 0),
                "its statement has parameters beside its columns");
    }

    /** The layout of an entity's INSERT. */
    static RowLayout ofInsert(EntityPersister persister) throws NotByCopyException {
        requirePlain(persister, CallbackType.PRE_PERSIST, CallbackType.POST_PERSIST);
        NotByCopyException.unless(
                persister.getInsertCoordinator().getClass() == InsertCoordinatorStandard.class
                        && !persister.isDynamicInsert(),
                "its INSERT is special or dynamic");
        NotByCopyException.unless(
                !persister.hasInsertGeneratedProperties() && !persister.hasPreInsertGeneratedProperties(),
                "some of its attributes are generated");
        NotByCopyException.unless(
                !persister.getGenerator().generatedOnExecution(), "its identifier is generated by the INSERT");
        InsertCoordinatorStandard coordinator = (InsertCoordinatorStandard) persister.getInsertCoordinator();
        RowLayout layout = new RowLayout(
                persister,
                coordinator.getStaticMutationOperationGroup(),
                persister.getPropertyInsertability(),
                ParameterUsage.SET,
                SelectableMapping::isInsertable);
        String marks = String.join(",", Collections.nCopies(layout.columns.length, "?"));
        layout.requireSql(
                "insert into " + layout.table() + " (" + String.join(",", layout.columns) + ") values (" + marks + ")");
        return layout;
    }

    /** The layout of an entity's UPDATE: the columns it sets, then those of the key. */
    static RowLayout ofUpdate(EntityPersister persister) throws NotByCopyException {
        requirePlain(persister, CallbackType.PRE_UPDATE, CallbackType.POST_UPDATE);
        NotByCopyException.unless(
                persister.getUpdateCoordinator().getClass() == UpdateCoordinatorStandard.class
                        && !persister.isDynamicUpdate()
                        && persister.isMutable(),
                "its UPDATE is special or dynamic");
        NotByCopyException.unless(
                !persister.hasUpdateGeneratedProperties() && !persister.hasPreUpdateGeneratedProperties(),
                "some of its attributes are generated");
        NotByCopyException.unless(!persister.isVersioned(), "its UPDATE compares versions");
        UpdateCoordinatorStandard coordinator = (UpdateCoordinatorStandard) persister.getUpdateCoordinator();
        RowLayout layout = new RowLayout(
                persister,
                coordinator.getStaticMutationOperationGroup(),
                persister.getPropertyUpdateability(),
                ParameterUsage.RESTRICT,
                SelectableMapping::isUpdateable);
        layout.requireSql("update " + layout.table() + " set "
                + layout.setColumns().stream().map(column -> column + "=?").collect(Collectors.joining(","))
                + " where "
                + layout.keyColumns().stream().map(column -> column + "=?").collect(Collectors.joining(" and ")));
        return layout;
    }

    private static void requirePlain(EntityPersister persister, CallbackType... callbacks) throws NotByCopyException {
        SessionFactoryImplementor factory = persister.getFactory();
        for (CallbackType callback : callbacks) {
            NotByCopyException.unless(
                    !factory.getEventEngine()
                            .getCallbackRegistry()
                            .hasRegisteredCallbacks(persister.getMappedClass(), callback),
                    "it has callbacks");
        }
        var listeners = factory.getEventListenerGroups();
        for (EventListenerGroup<?> group : List.of(
                listeners.eventListenerGroup_PRE_INSERT,
                listeners.eventListenerGroup_POST_INSERT,
                listeners.eventListenerGroup_PRE_UPDATE,
                listeners.eventListenerGroup_POST_UPDATE)) {
            Set<String> packages = new HashSet<>();
            group.fireEventOnEachListener(
                    packages, (listener, seen) -> seen.add(listener.getClass().getPackageName()));
            NotByCopyException.unless(HARMLESS_LISTENERS.containsAll(packages), "something listens to its events");
        }
        NotByCopyException.unless(!persister.hasOwnedCollections(), "it has collections");
        NotByCopyException.unless(!persister.hasSubclasses(), "it has subclasses");
    }

    private int place(SelectableMapping column, ParameterUsage usage) {
        JdbcValueDescriptor parameter = operation.findValueDescriptor(column.getSelectionExpression(), usage);
        if (parameter == null) {
            return -1;
        }
        int place = parameter.getJdbcPosition() - 1;
        columns[place] = parameter.getColumnName();
        mappings[place] = parameter.getJdbcMapping();
        return place;
    }

    private void requireSql(String plain) throws NotByCopyException {
        NotByCopyException.unless(operation.getSqlString().equals(plain), "its statement does more than set columns");
    }

    /** The table as Hibernate's statements name it. */
    String table() {
        return operation.getTableDetails().getTableName();
    }

    /** All columns, as SQL writes them. */
    List<String> columns() {
        return List.of(columns);
    }

    /** How Hibernate binds the value of each column. */
    List<JdbcMapping> mappings() {
        return List.of(mappings);
    }

    /** Whether an entity has all its values before it is written, its identifier included. */
    boolean isAssigned() {
        return persister.getGenerator() instanceof Assigned && !persister.isVersioned();
    }

    /** The columns that are not the key's. */
    List<String> setColumns() {
        return columns().subList(0, columns.length - keyPlaces.length);
    }

    /** The key's columns, in an UPDATE. */
    List<String> keyColumns() {
        return columns().subList(columns.length - keyPlaces.length, columns.length);
    }

    /** An entity's values in the columns, as Hibernate gives them to its binders. */
    @Nullable
    Object[] values(Object entity, SharedSessionContractImplementor session) {
        @Nullable Object[] row = new Object[columns.length];
        @Nullable Object[] state = persister.getValues(entity);
        for (int i = 0; i < places.size(); i++) {
            AttributeMapping attribute = attributes.get(i);
            attribute.decompose(state[attribute.getStateArrayPosition()], 0, row, places.get(i), FILL, session);
        }
        persister
                .getIdentifierMapping()
                .breakDownJdbcValues(persister.getIdentifier(entity, session), 0, row, keyPlaces, FILL, session);
        return row;
    }
}
