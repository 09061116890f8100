package dev.ferry.migration;

/** More records are rejected than the run's user allows; ends the passage, nothing is kept. */
final class TooManyErrors extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyErrors(long rejected, long allowed) {
        super(
                rejected + " records are rejected so far, and at most " + allowed
                        + " may be: what follows was not looked at, and nothing was written",
                null,
                false,
                false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
