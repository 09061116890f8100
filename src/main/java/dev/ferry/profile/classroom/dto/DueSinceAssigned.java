package dev.ferry.profile.classroom.dto;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;

/** Homework must be due on the day it is assigned or later; told at the day it is due. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = DueSinceAssigned.Validator.class)
@interface DueSinceAssigned {
    String message() default "must not be before assignedDate";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks it; Bean Validation makes it. */
    final class Validator implements ConstraintValidator<DueSinceAssigned, AssignmentRecord> {
        @Override
        public boolean isValid(AssignmentRecord value, ConstraintValidatorContext context) {
            LocalDate assigned = value.assignedDate();
            LocalDate due = value.dueDate();
            return assigned == null || due == null || !due.isBefore(assigned) || Place.of("dueDate", context);
        }
    }
}
