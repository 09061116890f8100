package dev.ferry.bind;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** The one way in which Jackson is set up: snake_case names, nothing converted, decimals as they are written. */
final class DtoMapper {
    private DtoMapper() {}

    /** @param maxDepth levels of nesting in one record */
    static JsonMapper.Builder builder(int maxDepth) {
        // The source limits records, and Inspection what is in them: each with a place, and without losing the record.
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(maxDepth)
                .maxStringLength(Integer.MAX_VALUE)
                .maxNameLength(Integer.MAX_VALUE)
                .maxNumberLength(Integer.MAX_VALUE)
                .build();
        return JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(constraints)
                        // Each thread has its own buffers: one pool for all would be taken from twice per record.
                        .recyclerPool(JsonRecyclerPools.threadLocalPool())
                        .build())
                .annotationIntrospector(new DtoIntrospector())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    }
}
