package dev.ferry.failure;

/** What a command's exit status means; a promise to scripts, so a number never changes its meaning. */
public enum ExitCode {
    /** Done, or a rehearsal that would succeed. */
    DONE(0),
    /** An unexpected failure: a bug in Ferry. */
    BUG(1),
    /** Usage or configuration: option, profile, source, password, database name, rights. */
    USAGE(2),
    /** The content is at fault; nothing was written. */
    CONTENT(3),
    /** Done, but records were rejected. */
    PARTIAL(4),
    /** Verification found a difference. */
    MISMATCH(5),
    /** The environment failed: unreachable database, timeout, full disk; rolled back and worth trying again. */
    ENVIRONMENT(6),
    /** Another run holds this database and schema. */
    BUSY(7),
    /** Refused for safety. */
    REFUSED(8),
    /** Interrupted by SIGINT. */
    INTERRUPTED(130),
    /** Interrupted by SIGTERM. */
    TERMINATED(143);

    private final int status;

    ExitCode(int status) {
        this.status = status;
    }

    /** The process exit status, 0 to 255. */
    public int status() {
        return status;
    }
}
