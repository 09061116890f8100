package dev.ferry.ledger;

/** Whether someone holds the lock on a database and schema; tells a run that is at work from one that died. */
public enum LockState {
    /** Someone holds it. */
    HELD,
    /** Nobody holds it. */
    FREE
}
