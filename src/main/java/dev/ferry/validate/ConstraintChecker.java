package dev.ferry.validate;

import dev.ferry.bind.Bound;
import dev.ferry.bind.Problem;
import dev.ferry.bind.PropertyNames;
import dev.ferry.profile.KeyRule;
import dev.ferry.source.RawRecord;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.groups.Default;
import java.lang.annotation.ElementType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.hibernate.validator.spi.nodenameprovider.JavaBeanProperty;
import org.hibernate.validator.spi.nodenameprovider.Property;
import org.jspecify.annotations.Nullable;

/** Turns what binding and Bean Validation find in a record into violations at their places. Thread-safe. */
public final class ConstraintChecker implements AutoCloseable {
    private static final int LONGEST_VALUE = 200;
    /** Marks a component that is no member of the file but stands for the record: its key, its payload. */
    private static final String INJECTED = "#";

    private final PropertyNames names;
    private final ValidatorFactory factory;
    private final Validator validator;
    private final CertainlyValid everything;
    private final CertainlyValid keys;

    /** A checker whose paths are the source's own, in the names that binding gives. */
    public ConstraintChecker(PropertyNames names) {
        this.names = names;
        this.factory = factory(names);
        this.validator = factory.getValidator();
        this.everything = new CertainlyValid(factory, Default.class, KeyRule.class);
        this.keys = new CertainlyValid(factory, KeyRule.class);
    }

    static ValidatorFactory factory(PropertyNames names) {
        return Validation.byProvider(HibernateValidator.class)
                .configure()
                // No expression language: messages are ours, and need none.
                .messageInterpolator(new ParameterMessageInterpolator())
                // Records are whole: the resolver that would be found asks JPA of every component whether it is loaded.
                .traversableResolver(new WholeRecords())
                .propertyNodeNameProvider(property -> jsonName(names, property))
                .defaultLocale(Locale.ENGLISH)
                .localeResolver(context -> Locale.ENGLISH)
                .buildValidatorFactory();
    }

    private static String jsonName(PropertyNames names, Property property) {
        return property instanceof JavaBeanProperty bean
                ? names.jsonName(bean.getDeclaringClass(), bean.getName())
                        .orElseGet(() -> INJECTED + snakeCase(bean.getName()))
                : property.getName();
    }

    /** The name that a member of the file would have: the one injected stands beside such. */
    private static String snakeCase(String property) {
        return property.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /** What is wrong with the shape of a record: what binding found. */
    public <D extends Record> List<Violation> checkShape(String entity, Bound<D> bound) {
        List<Violation> violations = new ArrayList<>();
        for (Problem problem : problems(bound)) {
            String field = String.join(".", problem.path());
            violations.add(new Violation(
                    problem.position(),
                    entity,
                    bound.raw().id(),
                    field,
                    problem.rule(),
                    problem.message(),
                    problem.value()));
        }
        return violations;
    }

    /** What is wrong with the values of a record: the constraints of its DTO, but for values that are malformed already. */
    public <D extends Record> List<Violation> checkConstraints(String entity, Bound<D> bound) {
        return check(entity, bound, everything);
    }

    /** What is wrong with the values that give a record its keys. */
    public <D extends Record> List<Violation> checkKeys(String entity, Bound<D> bound) {
        return check(entity, bound, keys);
    }

    private <D extends Record> List<Violation> check(String entity, Bound<D> bound, CertainlyValid fast) {
        return bound.dto()
                .filter(dto -> !fast.test(dto))
                .map(dto -> violations(entity, bound, dto, fast.groups()))
                .orElse(List.of());
    }

    private <D extends Record> List<Violation> violations(String entity, Bound<D> bound, D dto, Class<?>... groups) {
        // Bean Validation gives a set, in any order.
        return validator.validate(dto, groups).stream()
                .filter(found -> !isMalformed(bound, found))
                .map(found -> violation(entity, bound.raw(), found))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::constraint))
                .toList();
    }

    private static List<Problem> problems(Bound<?> bound) {
        return bound instanceof Bound.Malformed<?> malformed ? malformed.problems() : List.of();
    }

    /** Whether a value is absent only because it, or what holds it, could not be bound. */
    private static boolean isMalformed(Bound<?> bound, ConstraintViolation<?> found) {
        return bound instanceof Bound.Malformed<?> malformed && malformed.covers(steps(found.getPropertyPath()));
    }

    private Violation violation(String entity, RawRecord raw, ConstraintViolation<?> found) {
        List<String> path = steps(found.getPropertyPath());
        boolean injected = !path.isEmpty() && path.get(0).startsWith(INJECTED);
        return new Violation(
                raw.locate(injected ? List.of() : path),
                entity,
                raw.id(),
                injected ? path.get(0).substring(INJECTED.length()) : String.join(".", path),
                found.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName(),
                found.getMessage(),
                shortened(seen(found, path)));
    }

    /**
     * The value that broke a constraint. Of one on a record as a whole, the value of the field that it is told at, and none
     * where it is told of no field: the record's every value would stand for it.
     */
    private @Nullable Object seen(ConstraintViolation<?> found, List<String> path) {
        Object value = found.getInvalidValue();
        if (!(value instanceof Record dto) || dto != found.getLeafBean()) {
            return value;
        }
        if (!path.isEmpty()) {
            Optional<String> field = Optional.of(path.get(path.size() - 1));
            for (RecordComponent component : dto.getClass().getRecordComponents()) {
                if (names.jsonName(dto.getClass(), component.getName()).equals(field)) {
                    return read(component, dto);
                }
            }
        }
        return "";
    }

    private static @Nullable Object read(RecordComponent component, Record dto) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(dto);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    /** The member names and array indexes of a property path, without the nodes that only name a container's element. */
    private static List<String> steps(Path path) {
        List<String> steps = new ArrayList<>();
        for (Path.Node node : path) {
            if (node.getKey() != null) {
                steps.add(String.valueOf(node.getKey()));
            } else if (node.getIndex() != null) {
                steps.add(String.valueOf(node.getIndex()));
            }
            if (node.getKind() == ElementKind.PROPERTY) {
                steps.add(node.getName());
            }
        }
        return steps;
    }

    private static String shortened(@Nullable Object value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    @Override
    public void close() {
        factory.close();
    }

    /** Everything may be looked at. */
    private static final class WholeRecords implements TraversableResolver {
        @Override
        public boolean isReachable(
                Object bean, Path.Node property, Class<?> root, Path toBean, ElementType elementType) {
            return true;
        }

        @Override
        public boolean isCascadable(
                Object bean, Path.Node property, Class<?> root, Path toBean, ElementType elementType) {
            return true;
        }
    }
}
