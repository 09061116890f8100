package dev.ferry.migration;

import dev.ferry.failure.ExitCode;
import java.util.List;

/**
 * What checking logins gave.
 *
 * @param profile the profile's name
 * @param target the database for people
 * @param checks the logins that were checked, with the outcome of each
 */
public record LoginReport(String profile, String target, List<Checked> checks) {
    public LoginReport {
        checks = List.copyOf(checks);
    }

    /** How a login came out. */
    public enum Outcome {
        /** The stored hash is the password's. */
        MATCHING,
        /** It is another's, or there is none. */
        NOT_MATCHING,
        /** No row, or more than one, has this login. */
        MISSING,
        /** The stored hash is of a format that cannot be compared. */
        CANNOT_TELL
    }

    /** A login, without its password. */
    public record Checked(String login, Outcome outcome) {}

    /** How many logins came out like this. */
    public long count(Outcome outcome) {
        return checks.stream().filter(check -> check.outcome() == outcome).count();
    }

    /** 5 where a login does not match or is missing, or where there was none to check. */
    public ExitCode exitCode() {
        boolean differs = checks.isEmpty() || count(Outcome.NOT_MATCHING) > 0 || count(Outcome.MISSING) > 0;
        return differs ? ExitCode.MISMATCH : ExitCode.DONE;
    }
}
