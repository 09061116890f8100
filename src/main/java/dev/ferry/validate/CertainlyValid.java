package dev.ferry.validate;

import jakarta.validation.ValidatorFactory;
import jakarta.validation.valueextraction.ValueExtractor;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Says of a DTO that it is certainly valid, or nothing, in a small part of the time that Hibernate Validator takes; the latter is
 * to be asked about all others, and alone tells what is wrong.
 *
 * <p>It calls the same constraint validators, so a DTO costs what its constraints cost. A validator must judge by the value
 * alone, as Jakarta Validation asks of one that several threads use; it is called here and, where a DTO is not certainly
 * valid, once more by Hibernate Validator. Thread-safe.
 */
final class CertainlyValid {
    private static final ValueCheck NEVER = (value, context) -> false;

    private final ValidatorFactory factory;
    private final Set<Class<?>> groups;
    private final boolean configuredElsewhere = configuredElsewhere();
    private final Map<Class<?>, ValueCheck> checks = new ConcurrentHashMap<>();

    /** @param groups those that are validated: none that is a sequence, or extends another */
    CertainlyValid(ValidatorFactory factory, Class<?>... groups) {
        this.factory = factory;
        this.groups = Set.of(groups);
    }

    /** What it was made for. */
    Class<?>[] groups() {
        return groups.toArray(Class<?>[]::new);
    }

    /** Whether Hibernate Validator would certainly find nothing wrong with the DTO. */
    boolean test(Record dto) {
        UnheardContext context = new UnheardContext();
        try {
            return check(dto.getClass()).holds(dto, context) && !context.used();
        } catch (RuntimeException | StackOverflowError e) {
            // Of a validator that cannot cope with the value; Hibernate Validator tells of it.
            return false;
        }
    }

    /** Whether it may hold any DTO of a class for certainly valid. */
    boolean supports(Class<? extends Record> dto) {
        return check(dto) != NEVER;
    }

    private ValueCheck check(Class<?> dto) {
        ValueCheck known = checks.get(dto);
        return known != null ? known : checks.computeIfAbsent(dto, this::compiled);
    }

    private ValueCheck compiled(Class<?> dto) {
        if (configuredElsewhere) {
            return NEVER;
        }
        try {
            return new ConstraintCompiler(factory, groups).dto(dto);
        } catch (RuntimeException e) {
            // Unsupported, or wrong in itself, as a validator that cannot be made is: Hibernate Validator tells of
            // that.
            return NEVER;
        }
    }

    /** Whether there is configuration that metadata does not show: an XML file, or extractors of values from containers. */
    private static boolean configuredElsewhere() {
        return Stream.of(
                        Optional.ofNullable(Thread.currentThread().getContextClassLoader()),
                        Optional.ofNullable(ValidatorFactory.class.getClassLoader()))
                .flatMap(Optional::stream)
                .anyMatch(loader -> loader.getResource("META-INF/validation.xml") != null
                        || ServiceLoader.load(ValueExtractor.class, loader).stream()
                                .findAny()
                                .isPresent());
    }
}
