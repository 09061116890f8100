package dev.ferry.bind;

import com.fasterxml.jackson.annotation.JacksonInject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyName;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;

/**
 * Keeps injected components apart from the record's members: a member of the same name neither replaces what is injected nor
 * passes unnoticed, it is an unknown field.
 */
final class DtoIntrospector extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    /** No member name that a record may have contains this character. */
    private static final String INJECTED = "\0";

    /** Whether this is the name of an injected component. */
    static boolean injected(String name) {
        return name.startsWith(INJECTED);
    }

    @Override
    public JacksonInject.@Nullable Value findInjectableValue(MapperConfig<?> config, AnnotatedMember member) {
        JacksonInject.Value value = super.findInjectableValue(config, member);
        return value == null ? null : value.withUseInput(false);
    }

    @Override
    public @Nullable PropertyName findNameForDeserialization(MapperConfig<?> config, Annotated annotated) {
        JacksonInject inject = annotated.getAnnotation(JacksonInject.class);
        if (inject != null) {
            return PropertyName.construct(INJECTED + inject.value());
        }
        return super.findNameForDeserialization(config, annotated);
    }
}
