package dev.ferry.profile.classroom.dto;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalTime;

/** What has a start and an end must end later than it starts; told at the end. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = EndAfterStart.Validator.class)
@interface EndAfterStart {
    String message() default "must be later than startTime";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks it; Bean Validation makes it. */
    final class Validator implements ConstraintValidator<EndAfterStart, Timed> {
        @Override
        public boolean isValid(Timed value, ConstraintValidatorContext context) {
            LocalTime start = value.startTime();
            LocalTime end = value.endTime();
            return start == null || end == null || end.isAfter(start) || Place.of("endTime", context);
        }
    }
}
