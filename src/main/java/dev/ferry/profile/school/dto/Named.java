package dev.ferry.profile.school.dto;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A person must have a name, in parts or in one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Named.Validator.class)
@interface Named {
    String message() default "must have more than white space: it gives the person's name (or fullName, or name)";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks it; Bean Validation makes it. */
    final class Validator implements ConstraintValidator<Named, NameFields> {
        @Override
        public boolean isValid(NameFields person, ConstraintValidatorContext context) {
            if (person.personName().isPresent()) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                    .addPropertyNode(field(person))
                    .addConstraintViolation();
            return false;
        }

        private static String field(NameFields person) {
            if (person.firstName() != null) {
                return "firstName";
            }
            if (person.fullName() != null) {
                return "fullName";
            }
            return person.name() == null ? "firstName" : "name";
        }
    }
}
