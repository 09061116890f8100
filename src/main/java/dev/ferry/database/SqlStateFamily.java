package dev.ferry.database;

import dev.ferry.failure.ExitCode;
import org.jspecify.annotations.Nullable;

/** SQLSTATEs that mean the same to the user: who has to act, and how. */
enum SqlStateFamily {
    PASSWORD(
            ExitCode.USAGE,
            "the server refused the login",
            "check user and password; the password may stand in the URL, PGPASSWORD or the password file",
            "28"),
    UNKNOWN_DATABASE(
            ExitCode.USAGE, "the database is not there", "check the database's name, or create it first", "3D"),
    RIGHTS(
            ExitCode.USAGE,
            "the user lacks a right",
            "grant it (CREATE on the database, or all rights on the schema), or connect as another user",
            "42501"),
    READ_ONLY(
            ExitCode.USAGE,
            "the database takes no changes",
            "connect to the primary server, as a user whose default_transaction_read_only is off",
            "25006"),
    MISSING_OBJECT(
            ExitCode.USAGE,
            "the database is not as Ferry left it",
            "something was dropped or renamed by hand; put it back, or roll back to before it was made",
            "42P01 42703 3F000"),
    TOO_MANY_CONNECTIONS(
            ExitCode.ENVIRONMENT,
            "the server has no connection left",
            "wait for other clients to end, or raise max_connections",
            "53300"),
    DISK_FULL(
            ExitCode.ENVIRONMENT,
            "the server's disk is full",
            "make room on the server's disk, then run again",
            "53100"),
    RESOURCES(
            ExitCode.ENVIRONMENT,
            "the server ran out of resources",
            "look into the server's log, then run again",
            "53 58 XX001 XX002"),
    SHUTDOWN(ExitCode.ENVIRONMENT, "the server ended the connection", "run again when the server is up", "57P"),
    TIMEOUT(
            ExitCode.ENVIRONMENT,
            "the statement was cancelled",
            "nothing of this transaction was kept; give a longer --timeout where it was that, then run again",
            "57014 25P03 25P04"),
    LOCKED(
            ExitCode.ENVIRONMENT,
            "a lock could not be had in time",
            "another session holds it (see pg_stat_activity); run again when it is done",
            "55P03 55006"),
    CONFLICT(
            ExitCode.ENVIRONMENT,
            "the transaction met another one",
            "nothing of this transaction was kept; run again",
            "40"),
    CONNECTION(
            ExitCode.ENVIRONMENT,
            "the connection to the server was lost",
            "check that the server is up and the network is well, then run again",
            "08"),
    CONTENT(ExitCode.CONTENT, "the database refused a row", null, "22 23 54 P0001"),
    UNEXPECTED(ExitCode.BUG, "the database refused a statement", null, "");

    private final ExitCode exitCode;
    private final String meaning;
    private final @Nullable String advice;

    /** SQLSTATEs or beginnings of them, separated by spaces. */
    private final String states;

    SqlStateFamily(ExitCode exitCode, String meaning, @Nullable String advice, String states) {
        this.exitCode = exitCode;
        this.meaning = meaning;
        this.advice = advice;
        this.states = states;
    }

    /** The family with the longest prefix of this state. */
    static SqlStateFamily of(@Nullable String sqlState) {
        SqlStateFamily best = UNEXPECTED;
        int longest = 0;
        for (SqlStateFamily family : values()) {
            for (String prefix : family.states.split(" ", -1)) {
                if (sqlState != null && sqlState.startsWith(prefix) && prefix.length() > longest) {
                    best = family;
                    longest = prefix.length();
                }
            }
        }
        return best;
    }

    ExitCode exitCode() {
        return exitCode;
    }

    /** The failure: what it means, followed by what the server said. */
    DatabaseException failure(String said, @Nullable String sqlState, Throwable cause) {
        return new DatabaseException(exitCode, meaning + ": " + said, advice, sqlState, cause);
    }
}
