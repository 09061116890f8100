package dev.ferry.profile.school.dto;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The text must name a country, since telephone numbers are read in it. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CountryName.Validator.class)
@interface CountryName {
    String message() default "must be a country's English name or ISO 3166 code, such as Kenya or KE";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks it; Bean Validation makes it. */
    final class Validator implements ConstraintValidator<CountryName, String> {
        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return Country.region(value).isPresent();
        }
    }
}
