package dev.ferry.validate;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.OverridesAttribute;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.validator.constraints.CompositionType;
import org.hibernate.validator.constraints.ConstraintComposition;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Constraints of the kinds that a profile may bring. */
@NullMarked
final class TestConstraints {
    private TestConstraints() {}

    /** Something with two ends. */
    interface Range {
        @Nullable
        Integer from();

        @Nullable
        Integer to();
    }

    /** Class-level, for an interface; tells of a field. */
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = Ordered.Validator.class)
    @interface Ordered {
        String message() default "must be in order";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** Checks it. */
        class Validator implements ConstraintValidator<Ordered, Range> {
            @Override
            public boolean isValid(Range range, ConstraintValidatorContext context) {
                if (range.from() == null || range.to() == null || range.from() <= range.to()) {
                    return true;
                }
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("{from}")
                        .addPropertyNode("to")
                        .addConstraintViolation();
                return false;
            }
        }
    }

    /** Made of others and of a validator of its own; one violation for all. */
    @NotNull
    @Size(min = 2)
    @Pattern(regexp = "[A-Z]*")
    @ReportAsSingleViolation
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = Code.Validator.class)
    @interface Code {
        @OverridesAttribute(constraint = Size.class, name = "max")
        int max();

        String message() default "must be a code";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** Checks the rest; fails on a text that a part of the constraint finds invalid. */
        class Validator implements ConstraintValidator<Code, String> {
            @Override
            public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
                return value == null || value.isEmpty() || !value.substring(1).equals("X");
            }
        }
    }

    /** Made of others alone, any of which is enough. */
    @NotBlank
    @Size(max = 0)
    @ConstraintComposition(CompositionType.OR)
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = {})
    @interface EmptyOrNotBlank {
        String message() default "must be empty or not blank";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Its validators take types that are more and less specific; the first is never the right one. */
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = {Specific.OfAny.class, Specific.OfNumber.class, Specific.OfInteger.class})
    @interface Specific {
        String message() default "must be specific";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** Where there is no better one. */
        class OfAny implements ConstraintValidator<Specific, Object> {
            @Override
            public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
                return value == null;
            }
        }

        /** Inherits its type's parameter. */
        abstract class Of<N extends Number> implements ConstraintValidator<Specific, N> {
            abstract long least();

            @Override
            public boolean isValid(@Nullable N value, ConstraintValidatorContext context) {
                return value == null || value.longValue() >= least();
            }
        }

        /** Of any number. */
        class OfNumber extends Of<Number> {
            @Override
            long least() {
                return 100;
            }
        }

        /** Of an integer. */
        class OfInteger extends Of<Integer> {
            @Override
            long least() {
                return 5;
            }
        }
    }

    /** Uses its context before it judges, and goes on whatever that does. */
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = Talkative.Validator.class)
    @interface Talkative {
        String message() default "must not be empty";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** Checks it. */
        class Validator implements ConstraintValidator<Talkative, String> {
            @Override
            public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
                try {
                    context.unwrap(HibernateConstraintValidatorContext.class).addMessageParameter("a", "b");
                    return value != null && !value.isEmpty();
                } catch (RuntimeException e) {
                    return true;
                }
            }
        }
    }

    /** Counts how often Hibernate Validator asks it; fails on null. */
    @Retention(RetentionPolicy.RUNTIME)
    @Constraint(validatedBy = Counted.Validator.class)
    @interface Counted {
        String message() default "must not be empty";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        /** Checks it. */
        class Validator implements ConstraintValidator<Counted, String> {
            static final AtomicInteger ASKED = new AtomicInteger();

            @Override
            public boolean isValid(String value, ConstraintValidatorContext context) {
                if (context instanceof HibernateConstraintValidatorContext) {
                    ASKED.incrementAndGet();
                }
                return !value.isEmpty();
            }
        }
    }
}
