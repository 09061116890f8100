package dev.ferry.write;

/** COPY cannot write an entity's rows, or some of them, just as Hibernate would; JDBC can. */
final class NotByCopyException extends Exception {
    private static final long serialVersionUID = 1L;

    /** @param reason why, without a row's values */
    NotByCopyException(String reason) {
        super(reason);
    }

    /** Leaves it to JDBC unless something is met. */
    static void unless(boolean met, String otherwise) throws NotByCopyException {
        if (!met) {
            throw new NotByCopyException(otherwise);
        }
    }
}
