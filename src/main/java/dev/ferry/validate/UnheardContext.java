package dev.ferry.validate;

import jakarta.validation.ClockProvider;
import jakarta.validation.ConstraintValidatorContext;

/**
 * What a constraint validator is given where nobody is to hear what it has to say; of one that wants to say something nothing
 * is known. For one DTO.
 */
final class UnheardContext implements ConstraintValidatorContext {
    private boolean used;

    /** Whether a validator tried to use it, even if it went on as if nothing had happened. */
    boolean used() {
        return used;
    }

    @Override
    public void disableDefaultConstraintViolation() {
        throw refusal();
    }

    @Override
    public String getDefaultConstraintMessageTemplate() {
        throw refusal();
    }

    @Override
    public ClockProvider getClockProvider() {
        throw refusal();
    }

    @Override
    public ConstraintViolationBuilder buildConstraintViolationWithTemplate(String messageTemplate) {
        throw refusal();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw refusal();
    }

    private Refusal refusal() {
        used = true;
        return new Refusal();
    }

    /** Ends a validator early. Without a stack trace: one for each invalid record would cost more than its check. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refusal() {
            super("only Hibernate Validator hears what is said of a constraint", null, false, false);
        }
    }
}
