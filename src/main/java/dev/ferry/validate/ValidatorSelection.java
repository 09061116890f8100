package dev.ferry.validate;

import jakarta.validation.ClockProvider;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraintvalidation.SupportedValidationTarget;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidator;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorInitializationContext;
import org.hibernate.validator.spi.scripting.ScriptEvaluator;
import org.jspecify.annotations.Nullable;

/**
 * Makes the very constraint validator that Hibernate Validator would make (Jakarta Validation specification,
 * "ConstraintValidator resolution algorithm"); refuses where that is not beyond doubt.
 */
final class ValidatorSelection {
    private final ValidatorFactory factory;
    private final HibernateConstraintValidatorInitializationContext initialization;

    ValidatorSelection(ValidatorFactory factory) {
        this.factory = factory;
        this.initialization = new Initialization(factory.getClockProvider());
    }

    /**
     * The validator of a constraint, ready for use.
     *
     * @param type the declared type of the values
     * @throws UnsupportedOperationException where it is in doubt which it is
     */
    <A extends Annotation> ConstraintValidator<A, ?> select(ConstraintDescriptor<A> constraint, Class<?> type) {
        ConstraintValidator<A, ?> validator =
                factory.getConstraintValidatorFactory().getInstance(validatorClass(constraint, type));
        if (validator instanceof HibernateConstraintValidator<A, ?> hibernate) {
            hibernate.initialize(constraint, initialization);
        }
        validator.initialize(constraint.getAnnotation());
        return validator;
    }

    /** The one whose type is the most specific of those that take the values. */
    private static <A extends Annotation> Class<? extends ConstraintValidator<A, ?>> validatorClass(
            ConstraintDescriptor<A> constraint, Class<?> type) {
        Class<?> boxed = MethodType.methodType(type).wrap().returnType();
        Map<Class<?>, Class<? extends ConstraintValidator<A, ?>>> fitting = new HashMap<>();
        for (Class<? extends ConstraintValidator<A, ?>> candidate : constraint.getConstraintValidatorClasses()) {
            Class<?> taken = validatedClass(candidate);
            if (taken.isAssignableFrom(boxed) && fitting.put(taken, candidate) != null) {
                throw new UnsupportedOperationException("two validators for " + taken);
            }
        }
        return fitting.entrySet().stream()
                .filter(one -> fitting.keySet().stream().allMatch(other -> other.isAssignableFrom(one.getKey())))
                .<Class<? extends ConstraintValidator<A, ?>>>map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(
                        () -> new UnsupportedOperationException("no one validator of " + constraint + " for " + type));
    }

    private static Class<?> validatedClass(Class<?> validator) {
        if (validator.isAnnotationPresent(SupportedValidationTarget.class)) {
            throw new UnsupportedOperationException(validator + " may be one of parameters");
        }
        Type validated = validatedType(validator).orElseThrow();
        if (validated instanceof ParameterizedType generic
                && Arrays.stream(generic.getActualTypeArguments()).allMatch(ValidatorSelection::isAny)) {
            return raw(generic);
        }
        if (validated instanceof Class<?> plain) {
            return plain;
        }
        throw new UnsupportedOperationException(validator + " takes values of " + validated);
    }

    /** What a class, or one above it, puts for the second parameter of {@link ConstraintValidator}. */
    private static Optional<Type> validatedType(Class<?> type) {
        if (type == ConstraintValidator.class) {
            return Optional.of(type.getTypeParameters()[1]);
        }
        return Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .filter(above -> ConstraintValidator.class.isAssignableFrom(raw(above)))
                .findFirst()
                .flatMap(above -> validatedType(raw(above)).map(found -> argument(above, found)));
    }

    private static Type argument(Type above, Type parameter) {
        int index = List.<Type>of(raw(above).getTypeParameters()).indexOf(parameter);
        return index >= 0 && above instanceof ParameterizedType generic
                ? generic.getActualTypeArguments()[index]
                : parameter;
    }

    private static Class<?> raw(Type type) {
        return type instanceof ParameterizedType generic ? raw(generic.getRawType()) : (Class<?>) type;
    }

    private static boolean isAny(Type argument) {
        return argument instanceof WildcardType wildcard
                && wildcard.getLowerBounds().length == 0
                && List.of(wildcard.getUpperBounds()).equals(List.of(Object.class));
    }

    /** What Hibernate Validator gives a validator when the factory has the settings that {@link ConstraintChecker} gives it. */
    private record Initialization(ClockProvider getClockProvider, Map<Class<?>, Object> shared)
            implements HibernateConstraintValidatorInitializationContext {
        Initialization(ClockProvider clock) {
            this(clock, new ConcurrentHashMap<>());
        }

        @Override
        public Duration getTemporalValidationTolerance() {
            return Duration.ZERO;
        }

        @Override
        public ScriptEvaluator getScriptEvaluatorForLanguage(String language) {
            throw new UnsupportedOperationException("scripts may depend on anything");
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // Hibernate Validator has it so.
        public <C> @Nullable C getSharedData(Class<C> type) {
            return type.cast(shared.get(type));
        }

        @Override
        public <C, V extends C> C getSharedData(Class<C> type, Supplier<V> maker) {
            return type.cast(shared.computeIfAbsent(type, any -> maker.get()));
        }
    }
}
