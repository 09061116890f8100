package dev.ferry.selftest;

/** What was seen is not what was promised. */
final class BrokenPromise extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BrokenPromise(String seen) {
        super(seen, null, false, false);
    }

    /** Fails with what was seen, unless a condition holds. */
    static void unless(boolean holds, String seen) {
        if (!holds) {
            throw new BrokenPromise(seen);
        }
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
