package dev.ferry.profile.classroom.dto;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;

/** A score must be no higher than the highest one; told at the score. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ScoreWithinMaximum.Validator.class)
@interface ScoreWithinMaximum {
    String message() default "must be at most maxScore";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks it; Bean Validation makes it. */
    final class Validator implements ConstraintValidator<ScoreWithinMaximum, Scored> {
        @Override
        public boolean isValid(Scored value, ConstraintValidatorContext context) {
            BigDecimal score = value.score();
            BigDecimal maximum = value.maxScore();
            return score == null || maximum == null || score.compareTo(maximum) <= 0 || Place.of("score", context);
        }
    }
}
