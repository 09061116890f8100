package dev.ferry.ledger;

import dev.ferry.database.DatabaseException;
import dev.ferry.failure.ExitCode;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Turns a SQL failure into the exception that explains it, without the values of rows. */
public final class SqlFailure {
    private SqlFailure() {}

    /**
     * The exception for a failure; the exit code follows the SQLSTATE's class (PostgreSQL documentation, appendix A).
     *
     * @param doing what was being done, as in "the schema could not be brought up to date"
     */
    public static DatabaseException of(String doing, SQLException failure) {
        String state = failure.getSQLState();
        String message = doing + ": " + reason(failure) + (state == null ? "" : " (SQLSTATE " + state + ")");
        return new DatabaseException(exitCode(state), message, null, state, failure);
    }

    /** The constraint that a failure is about. */
    static Optional<String> constraint(SQLException failure) {
        return serverMessage(failure).map(ServerErrorMessage::getConstraint);
    }

    /** What the server says; in classes 22 and 23 that may quote a row's values, so only the constraint is named. */
    private static String reason(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("22") || state.startsWith("23")) {
            return constraint(failure)
                    .map(name -> "constraint " + name + " forbids it")
                    .orElse("a value does not fit");
        }
        return serverMessage(failure)
                .map(ServerErrorMessage::getMessage)
                .orElseGet(() -> String.valueOf(failure.getMessage()));
    }

    private static Optional<ServerErrorMessage> serverMessage(SQLException failure) {
        return failure instanceof PSQLException server
                ? Optional.ofNullable(server.getServerErrorMessage())
                : Optional.empty();
    }

    private static ExitCode exitCode(@Nullable String state) {
        if (state == null) {
            return ExitCode.BUG;
        }
        if (state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58")
                || state.equals("55P03")) {
            return ExitCode.ENVIRONMENT;
        }
        if (state.startsWith("28") || state.startsWith("3D") || state.startsWith("42") || state.equals("25006")) {
            return ExitCode.USAGE;
        }
        return ExitCode.BUG;
    }
}
