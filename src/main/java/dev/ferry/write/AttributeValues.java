package dev.ferry.write;

import java.util.List;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EmbeddableMappingType;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.internal.EmbeddedAttributeMapping;
import org.hibernate.metamodel.mapping.internal.ToOneAttributeMapping;
import org.jspecify.annotations.Nullable;

/** Takes an attribute's value apart into those of its columns. */
final class AttributeValues {
    private AttributeValues() {}

    /** Adds the values of the columns that are written, as JDBC binds them; null for a parent that has no row. */
    static void add(
            AttributeMapping attribute,
            @Nullable Object value,
            List<@Nullable Object> values,
            SharedSessionContractImplementor session) {
        if (attribute instanceof PluralAttributeMapping) {
            return;
        }
        if (attribute instanceof EmbeddedAttributeMapping embedded && value != null && isOfColumns(embedded)) {
            // Part by part, since a parent may be among them.
            embedded.getEmbeddableTypeDescriptor()
                    .forEachAttributeMapping(part -> add(part, part.getValue(value), values, session));
            return;
        }
        attribute.breakDownJdbcValues(
                isWithoutRow(attribute, value, session) ? null : value,
                (index, part, column) -> {
                    if (EntityTable.written(column)) {
                        values.add(part);
                    }
                },
                session);
    }

    /** Whether an embeddable has a column for each of its attributes, and none beside them. */
    private static boolean isOfColumns(EmbeddedAttributeMapping embedded) {
        EmbeddableMappingType type = embedded.getEmbeddableTypeDescriptor();
        return type.getAggregateMapping() == null && !type.isPolymorphic();
    }

    /** Whether a value is a parent that has no row, and so no identifier, yet. */
    private static boolean isWithoutRow(
            AttributeMapping attribute, @Nullable Object value, SharedSessionContractImplementor session) {
        return attribute instanceof ToOneAttributeMapping association
                && value != null
                && association.getEntityMappingType().getEntityPersister().getIdentifier(value, session) == null;
    }
}
