package dev.ferry.fault;

/** When a fault strikes. */
sealed interface Moment {
    /** Never: the run is only watched. */
    record Never() implements Moment {}

    /** So long after the process was started. */
    record AfterMillis(long millis) implements Moment {}

    /** At the n-th message that the process sends, counted from 1 over all its connections. */
    record AtMessage(long number, Stage stage) implements Moment {}

    /** At the n-th COMMIT that the process sends, counted from 1. */
    record AtCommit(long number, Stage stage) implements Moment {}

    /** How far the message has come. */
    enum Stage {
        /** It has not reached the server. */
        NOT_SENT,
        /** The server has it. */
        SENT,
        /** The server has it, and its reply goes nowhere. */
        UNHEARD
    }
}
