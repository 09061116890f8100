package dev.ferry.bind;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.util.Optional;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.introspect.AnnotatedConstructor;

/**
 * Makes DTOs by a handle that takes the components' values as an array. Jackson has the handle adapted to its arguments anew for
 * each DTO, which takes as long as all the rest of making one.
 */
final class RecordInstantiator extends StdValueInstantiator {
    private static final long serialVersionUID = 1L;
    private static final MethodType OF_ARRAY = MethodType.methodType(Object.class, Object[].class);

    private final transient MethodHandle constructor;

    private RecordInstantiator(StdValueInstantiator jackson, MethodHandle constructor) {
        super(jackson);
        this.constructor = constructor;
    }

    /** One that does the same, where there is a constructor to call. */
    static Optional<ValueInstantiator> of(ValueInstantiator jackson) {
        if (!(jackson instanceof StdValueInstantiator standard)
                || !(jackson.getWithArgsCreator() instanceof AnnotatedConstructor creator)) {
            return Optional.empty();
        }
        try {
            Constructor<?> constructor = creator.getAnnotated();
            constructor.setAccessible(true);
            return Optional.of(new RecordInstantiator(
                    standard,
                    MethodHandles.lookup()
                            .unreflectConstructor(constructor)
                            .asSpreader(Object[].class, constructor.getParameterCount())
                            .asType(OF_ARRAY)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object createFromObjectWith(DeserializationContext context, Object[] values) {
        try {
            return constructor.invokeExact(values);
        } catch (Throwable e) {
            return context.handleInstantiationProblem(getValueClass(), values, rewrapCtorProblem(context, e));
        }
    }
}
