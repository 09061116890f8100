package dev.ferry.profile.apps.dto;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The app must have an English name. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Named.Validator.class)
@interface Named {
    String message() default "must have more than white space: it gives the English name";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks it; Bean Validation makes it. */
    final class Validator implements ConstraintValidator<Named, AppRecord> {
        @Override
        public boolean isValid(AppRecord app, ConstraintValidatorContext context) {
            if (new Listing(app).englishName().value().isPresent()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode(app.nameEn() == null && app.name() != null ? "name" : "Name_En")
                    .addConstraintViolation();
            return false;
        }
    }
}
