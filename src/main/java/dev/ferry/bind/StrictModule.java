package dev.ferry.bind;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.bean.BeanDeserializer;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.ArrayType;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapType;

/** Makes Jackson read strictly and note what is wrong instead of stopping at it. */
final class StrictModule extends SimpleModule {
    private static final long serialVersionUID = 1L;

    StrictModule(Findings findings, ZoneId zone) {
        super("strict");
        nullable(String.class, ScalarType.TEXT, findings);
        nullable(Boolean.class, ScalarType.BOOLEAN, findings);
        nullable(Integer.class, ScalarType.INTEGER, findings);
        nullable(Long.class, ScalarType.LONG, findings);
        nullable(BigInteger.class, ScalarType.BIG_INTEGER, findings);
        nullable(BigDecimal.class, ScalarType.DECIMAL, findings);
        nullable(LocalDate.class, ScalarType.DATE, findings);
        nullable(LocalTime.class, ScalarType.TIME, findings);
        nullable(Instant.class, ScalarType.timestamp(zone), findings);
        addDeserializer(boolean.class, StrictScalar.primitive(boolean.class, ScalarType.BOOLEAN, findings, false));
        addDeserializer(int.class, StrictScalar.primitive(int.class, ScalarType.INTEGER, findings, 0));
        addDeserializer(long.class, StrictScalar.primitive(long.class, ScalarType.LONG, findings, 0L));
        setDeserializerModifier(new Modifier(findings));
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addValueInstantiators(new ValueInstantiators.Base() {
            @Override
            public ValueInstantiator modifyValueInstantiator(
                    DeserializationConfig config, BeanDescription.Supplier description, ValueInstantiator jackson) {
                return description.getBeanClass().isRecord()
                        ? RecordInstantiator.of(jackson).orElse(jackson)
                        : jackson;
            }
        });
    }

    private <T> void nullable(Class<T> target, ScalarType<T> type, Findings findings) {
        addDeserializer(target, StrictScalar.nullable(target, type, findings));
    }

    /** Puts our own deserializers around or in place of Jackson's. */
    private static final class Modifier extends ValueDeserializerModifier {
        private static final long serialVersionUID = 1L;

        private final transient Findings findings;

        Modifier(Findings findings) {
            this.findings = findings;
        }

        @Override
        public ValueDeserializer<?> modifyDeserializer(
                DeserializationConfig config, BeanDescription.Supplier description, ValueDeserializer<?> jackson) {
            if (jackson instanceof BeanDeserializer bean
                    && description.getBeanClass().isRecord()) {
                Set<String> names = names(description.get());
                return names.stream().allMatch(DtoIntrospector::injected)
                        ? new FreeRecordDeserializer(bean, findings)
                        : new RecordDeserializer(bean, names, findings);
            }
            return jackson;
        }

        @Override
        public ValueDeserializer<?> modifyCollectionDeserializer(
                DeserializationConfig config,
                CollectionType type,
                BeanDescription.Supplier description,
                ValueDeserializer<?> jackson) {
            return StrictContainer.array(jackson, type, findings);
        }

        @Override
        public ValueDeserializer<?> modifyArrayDeserializer(
                DeserializationConfig config,
                ArrayType type,
                BeanDescription.Supplier description,
                ValueDeserializer<?> jackson) {
            return StrictContainer.array(jackson, type, findings);
        }

        @Override
        public ValueDeserializer<?> modifyMapDeserializer(
                DeserializationConfig config,
                MapType type,
                BeanDescription.Supplier description,
                ValueDeserializer<?> jackson) {
            return StrictContainer.object(jackson, type, findings);
        }

        /** The names of components; a method such as {@code isEmpty} is a property too, but nothing is read for it. */
        private static Set<String> names(BeanDescription description) {
            Set<String> names = new HashSet<>();
            for (BeanPropertyDefinition property : description.findProperties()) {
                if (property.hasConstructorParameter()) {
                    names.add(property.getName());
                }
            }
            return names;
        }
    }
}
