package dev.ferry.bind;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.introspect.BeanPropertyDefinition;
import tools.jackson.databind.json.JsonMapper;

/** The names that the components of DTOs have in JSON. Thread-safe. */
public final class PropertyNames {
    private final JsonMapper mapper = DtoMapper.builder(1).build();
    private final Map<Class<?>, Map<String, String>> names = new ConcurrentHashMap<>();

    /**
     * The JSON name of a component; empty where the component is injected, so that it stands for the record as a whole (its
     * key, its payload) and not for a member of it. A property that the class does not have keeps its name.
     */
    public Optional<String> jsonName(Class<?> owner, String property) {
        String name = names.computeIfAbsent(owner, this::read).getOrDefault(property, property);
        return DtoIntrospector.injected(name) ? Optional.empty() : Optional.of(name);
    }

    private Map<String, String> read(Class<?> owner) {
        Map<String, String> read = new HashMap<>();
        DeserializationContext context = mapper._deserializationContext();
        for (BeanPropertyDefinition property : context.introspectBeanDescriptionForCreation(
                        context.constructType(owner))
                .findProperties()) {
            read.put(property.getInternalName(), property.getName());
        }
        return read;
    }
}
