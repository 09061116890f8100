package dev.ferry.validate;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.GroupSequence;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.metadata.BeanDescriptor;
import jakarta.validation.metadata.CascadableDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.ContainerElementTypeDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import jakarta.validation.metadata.ValidateUnwrappedValue;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.hibernate.validator.constraints.ConstraintComposition;
import org.hibernate.validator.group.GroupSequenceProvider;
import org.jspecify.annotations.Nullable;

/**
 * Makes one check of all constraints of a DTO, from Bean Validation's own metadata. It throws an
 * {@link UnsupportedOperationException} where Hibernate Validator would do anything that is not known to be the same.
 */
final class ConstraintCompiler {
    private static final ValueCheck ANYTHING = (value, context) -> true;
    private static final Set<Class<?>> ITERABLES = Set.of(Iterable.class, Collection.class, List.class, Set.class);
    /** Their constraints are those of what is in them, as their value extractors say. */
    private static final Set<Class<?>> UNWRAPPED = Set.of(OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    private final Validator metadata;
    private final ValidatorSelection validators;
    private final Set<Class<?>> groups;
    private final Deque<Class<?>> open = new ArrayDeque<>();

    /** @param groups those that are validated: none that is a sequence, or extends another */
    ConstraintCompiler(ValidatorFactory factory, Set<Class<?>> groups) {
        this.metadata = factory.getValidator();
        this.validators = new ValidatorSelection(factory);
        this.groups = groups;
    }

    /** The check of a DTO of a class, and of the records in it that are validated with it. */
    ValueCheck dto(Class<?> type) {
        require(type.isRecord() && !Iterable.class.isAssignableFrom(type) && !Map.class.isAssignableFrom(type), type);
        require(!type.isAnnotationPresent(GroupSequence.class), type);
        require(!type.isAnnotationPresent(GroupSequenceProvider.class), type);
        // One that can hold itself may do so without end.
        require(!open.contains(type), type);
        open.push(type);
        BeanDescriptor bean = metadata.getConstraintsForClass(type);
        List<ValueCheck> checks = new ArrayList<>();
        bean.getConstrainedProperties().forEach(property -> checks.add(property(type, property)));
        checks.add(constraints(bean, type));
        open.pop();
        return all(checks);
    }

    private ValueCheck property(Class<?> owner, PropertyDescriptor property) {
        String name = property.getPropertyName();
        require(methods(owner).noneMatch(method -> isGetter(method, name)), owner);
        ValueCheck check = element(property);
        if (check == ANYTHING) {
            return ANYTHING;
        }
        MethodHandle getter = getter(owner, name);
        return (dto, context) -> check.holds(read(getter, dto), context);
    }

    private <T extends ElementDescriptor & CascadableDescriptor & ContainerDescriptor> ValueCheck element(T element) {
        Class<?> type = element.getElementClass();
        require(!UNWRAPPED.contains(type) && !type.getName().startsWith("javafx."), type);
        require(element.getGroupConversions().isEmpty(), element);
        List<ValueCheck> checks = new ArrayList<>(List.of(constraints(element, type)));
        if (element.isCascaded()) {
            checks.add(unlessNull(dto(type)::holds));
        }
        element.getConstrainedContainerElementTypes().forEach(held -> checks.add(container(held)));
        return all(checks);
    }

    private ValueCheck container(ContainerElementTypeDescriptor held) {
        ValueCheck check = element(held);
        Class<?> container = held.getContainerClass();
        if (ITERABLES.contains(container)) {
            return unlessNull((value, context) -> each((Iterable<?>) value, check, context));
        }
        if (container == Map.class) {
            return held.getTypeArgumentIndex() == 0
                    ? unlessNull((value, context) -> each(((Map<?, ?>) value).keySet(), check, context))
                    : unlessNull((value, context) -> each(((Map<?, ?>) value).values(), check, context));
        }
        require(container == Optional.class, container);
        return unlessNull((value, context) -> check.holds(((Optional<?>) value).orElse(null), context));
    }

    private static boolean each(Iterable<?> values, ValueCheck check, UnheardContext context) {
        for (Object value : values) {
            if (!check.holds(value, context)) {
                return false;
            }
        }
        return true;
    }

    private ValueCheck constraints(ElementDescriptor element, Class<?> type) {
        return all(element.getConstraintDescriptors().stream()
                .filter(constraint -> !Collections.disjoint(constraint.getGroups(), groups))
                .map(constraint -> constraint(constraint, type))
                .toList());
    }

    private ValueCheck constraint(ConstraintDescriptor<?> constraint, Class<?> type) {
        Class<?> annotation = constraint.getAnnotation().annotationType();
        require(!annotation.isAnnotationPresent(ConstraintComposition.class), annotation);
        require(constraint.getValueUnwrapping() == ValidateUnwrappedValue.DEFAULT, constraint);
        List<ValueCheck> checks = new ArrayList<>();
        constraint.getComposingConstraints().forEach(part -> checks.add(constraint(part, type)));
        // One that is made of others may have nothing to add.
        if (checks.isEmpty() || !constraint.getConstraintValidatorClasses().isEmpty()) {
            checks.add(check(validators.select(constraint, type)));
        }
        return all(checks);
    }

    @SuppressWarnings("unchecked") // It was chosen for the values' type.
    private static ValueCheck check(ConstraintValidator<?, ?> validator) {
        return ((ConstraintValidator<?, @Nullable Object>) validator)::isValid;
    }

    private static ValueCheck unlessNull(BiPredicate<Object, UnheardContext> check) {
        return (value, context) -> value == null || check.test(value, context);
    }

    private static ValueCheck all(List<ValueCheck> checks) {
        ValueCheck[] some = checks.stream().filter(check -> check != ANYTHING).toArray(ValueCheck[]::new);
        if (some.length == 0) {
            return ANYTHING;
        }
        return some.length == 1
                ? some[0]
                : (value, context) -> {
                    for (ValueCheck check : some) {
                        if (!check.holds(value, context)) {
                            return false;
                        }
                    }
                    return true;
                };
    }

    /** Where there is a getter, a constraint may stand at it, and what it gives may differ from the component. */
    private static boolean isGetter(Method method, String property) {
        return method.getParameterCount() == 0
                && Stream.of("get", "is", "has")
                        .anyMatch(prefix -> method.getName().equalsIgnoreCase(prefix + property));
    }

    private static Stream<Method> methods(Class<?> owner) {
        return Stream.concat(Arrays.stream(owner.getDeclaredMethods()), Arrays.stream(owner.getMethods()));
    }

    /** Of the field, where Hibernate Validator reads too: a record's accessor may give something else. */
    private static MethodHandle getter(Class<?> owner, String component) {
        try {
            Field field = owner.getDeclaredField(component);
            field.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectGetter(field)
                    .asType(MethodType.methodType(Object.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException("cannot read " + component + " of " + owner, e);
        }
    }

    private static @Nullable Object read(MethodHandle getter, @Nullable Object dto) {
        try {
            return (Object) getter.invokeExact(dto);
        } catch (Throwable e) {
            throw new IllegalStateException("a field cannot be read", e);
        }
    }

    private static void require(boolean known, Object what) {
        if (!known) {
            throw new UnsupportedOperationException("only Hibernate Validator can judge " + what);
        }
    }
}
