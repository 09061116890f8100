package dev.ferry.profile.classroom.dto;

import jakarta.validation.ConstraintValidatorContext;

/** Puts what is wrong between two fields of a record at one of them. */
final class Place {
    private Place() {}

    /** Moves the violation from the record to a field of it, in the source's spelling; false, as what is not valid. */
    static boolean of(String field, ConstraintValidatorContext context) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                .addPropertyNode(field)
                .addConstraintViolation();
        return false;
    }
}
