package dev.ferry.database;

import dev.ferry.failure.ExitCode;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why no connection can be had. Decided by the kind of exception and its SQLSTATE, never by pgjdbc's text: that comes
 * in the user's language.
 */
final class ConnectFailure {
    /** pgjdbc: the server took the connection but its terms and ours do not meet (password, SSL, authentication). */
    private static final String REJECTED = "08004";

    private static final String WRONG_PASSWORD = "28P01";
    private static final String REACH_ADVICE = "start the server, or check host, port and firewall";

    private ConnectFailure() {}

    /** Whether the server wants a password and there is none. */
    static boolean passwordIsMissing(SQLException failure, DatabaseUrl url) {
        SQLException root = SqlFailure.root(failure);
        boolean fromServer = SqlFailure.serverMessage(root).isPresent();
        return url.password().filter(password -> !password.isEmpty()).isEmpty()
                && (WRONG_PASSWORD.equals(root.getSQLState())
                        || (REJECTED.equals(root.getSQLState()) && !fromServer && root.getCause() == null));
    }

    /** The failure as Ferry reports it, naming the server. */
    static DatabaseException explain(SQLException failure, DatabaseUrl url) {
        SQLException root = SqlFailure.root(failure);
        if (SqlFailure.serverMessage(root).isPresent()) {
            DatabaseException explained = SqlFailure.explain(failure);
            // What the server does not understand while connecting came with the URL's parameters.
            boolean ours = explained.exitCode() == ExitCode.BUG || explained.exitCode() == ExitCode.CONTENT;
            return failure(
                    ours ? ExitCode.USAGE : explained.exitCode(),
                    explained.getMessage() + " (" + url + ")"
                            + (SqlStateFamily.of(root.getSQLState()) == SqlStateFamily.PASSWORD ? note(url) : ""),
                    ours
                            ? "check the parameters of the database URL"
                            : explained.advice().orElse(null),
                    root);
        }
        if (cause(root, SSLException.class).isPresent()) {
            return failure(
                    ExitCode.USAGE,
                    "no encrypted connection with " + url.server() + " could be agreed on: "
                            + cause(root, SSLException.class).get().getMessage(),
                    "check sslmode, and that sslrootcert holds the certificate that signed the server's",
                    root);
        }
        if (passwordIsMissing(failure, url)) {
            return failure(
                    ExitCode.USAGE,
                    "the server at " + url.server() + " wants a password for user " + url.user() + " and none was given"
                            + note(url),
                    "put it into the URL, PGPASSWORD or the password file; or check sslmode where it is set",
                    root);
        }
        String state = String.valueOf(root.getSQLState());
        if (state.equals(REJECTED) || !state.startsWith("08")) {
            return failure(
                    ExitCode.USAGE,
                    "the server at " + url.server() + " cannot be used with these settings: " + root.getMessage(),
                    "check the parameters of the database URL",
                    root);
        }
        return failure(ExitCode.ENVIRONMENT, unreachable(root, url), REACH_ADVICE, root);
    }

    private static String note(DatabaseUrl url) {
        return url.passwordNote().map(note -> "; " + note).orElse("");
    }

    private static String unreachable(SQLException root, DatabaseUrl url) {
        String server = url.server();
        if (cause(root, UnknownHostException.class).isPresent()) {
            return "the host of " + server + " is not known";
        }
        if (cause(root, NoRouteToHostException.class).isPresent()) {
            return "there is no way to " + server;
        }
        if (cause(root, ConnectException.class).isPresent()) {
            return "no server listens at " + server;
        }
        if (cause(root, SocketTimeoutException.class).isPresent()) {
            return "the server at " + server + " did not answer in time";
        }
        return "no connection with the server at " + server + " could be had: " + root.getMessage();
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    private static DatabaseException failure(
            ExitCode exitCode, String message, @Nullable String advice, SQLException root) {
        return new DatabaseException(exitCode, message, advice, root.getSQLState(), SqlFailure.harmless(root));
    }
}
