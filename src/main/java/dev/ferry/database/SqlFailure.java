package dev.ferry.database;

import dev.ferry.failure.ExitCode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What an {@link SQLException} means to the user, without what it says of rows.
 *
 * <p>PostgreSQL repeats values of a row in {@code Detail} and {@code Where}, pgjdbc the whole statement in a batch's
 * message.
 * So only the primary message is kept, with the names of constraint, table and column, and the cause that a stack trace
 * shows is a copy that says no more.
 *
 * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL error codes</a>
 */
public final class SqlFailure {
    /** Messages about a value quote it; those about names do not come with a code of this class. */
    private static final String DATA_EXCEPTION = "22";

    private static final String DEPENDENT_OBJECTS = "2BP01";

    /** From the first quote to the last, since a value may have some of its own. */
    private static final Pattern QUOTED = Pattern.compile("\".*\"", Pattern.DOTALL);

    private SqlFailure() {}

    /** The failure as Ferry reports it, with exit code and advice by the family of its SQLSTATE. */
    public static DatabaseException explain(SQLException failure) {
        SQLException root = root(failure);
        DatabaseException plain =
                SqlStateFamily.of(root.getSQLState()).failure(message(root), root.getSQLState(), harmless(root));
        return advised(plain, MissingRight.advice(primary(root)));
    }

    /**
     * The same, for a failure on the way to something.
     *
     * @param doing what was being done, as in "the ledger could not be written"
     */
    public static DatabaseException explain(String doing, SQLException failure) {
        DatabaseException plain = explain(failure);
        return new DatabaseException(
                plain.exitCode(),
                doing + ": " + plain.getMessage(),
                plain.advice().orElse(null),
                plain.sqlState().orElse(null),
                plain.getCause());
    }

    /**
     * The same, for a failure on a connection whose user may lack a right.
     *
     * @param connection asked for what it knows of itself, without the server
     * @param schemas those whose tables the work needs
     */
    public static DatabaseException explain(
            String doing, SQLException failure, Connection connection, String... schemas) {
        return advised(
                explain(doing, failure), MissingRight.advice(primary(root(failure)), connection, List.of(schemas)));
    }

    /**
     * The same, for a failure on a connection that only reads.
     *
     * @param schema the schema that was read, empty where it is not known
     */
    public static DatabaseException explainReading(
            String doing, SQLException failure, Connection connection, String schema) {
        return advised(explain(doing, failure), MissingRight.toRead(primary(root(failure)), connection, schema));
    }

    private static DatabaseException advised(DatabaseException plain, Optional<String> advice) {
        if (advice.isEmpty()
                || plain.sqlState().filter(MissingRight.SQL_STATE::equals).isEmpty()) {
            return plain;
        }
        return new DatabaseException(
                plain.exitCode(),
                plain.getMessage(),
                advice.get(),
                plain.sqlState().orElse(null),
                plain.getCause());
    }

    /** The constraint that a failure is about. */
    public static Optional<String> constraint(SQLException failure) {
        return serverMessage(root(failure)).map(ServerErrorMessage::getConstraint);
    }

    /** The objects that depend on what a statement would drop, a line for each; none where that is not the failure. */
    public static List<String> dependents(SQLException failure) {
        // Of this state alone Detail holds names and no values: "view v depends on table t".
        return Optional.of(root(failure))
                .filter(root -> DEPENDENT_OBJECTS.equals(root.getSQLState()))
                .flatMap(SqlFailure::serverMessage)
                .map(ServerErrorMessage::getDetail)
                .map(detail -> detail.lines().toList())
                .orElse(List.of());
    }

    /** Whether the rows are to blame: a value out of range, a constraint, something too large to be kept. */
    public static boolean isContentFault(SQLException failure) {
        return SqlStateFamily.of(root(failure).getSQLState()).exitCode() == ExitCode.CONTENT;
    }

    /** The first exception of the chain that the server sent, else the first that has an SQLSTATE of its own. */
    static SQLException root(SQLException failure) {
        Set<Throwable> chain = new LinkedHashSet<>();
        collect(failure, chain);
        List<SQLException> failures = new ArrayList<>();
        for (Throwable one : chain) {
            if (one instanceof SQLException sql) {
                failures.add(sql);
            }
        }
        return failures.stream()
                .filter(one -> serverMessage(one).isPresent())
                .findFirst()
                // What wraps others, as a batch does, knows least.
                .orElseGet(() -> failures.get(failures.size() - 1));
    }

    private static void collect(Throwable failure, Set<Throwable> chain) {
        if (!chain.add(failure)) {
            return;
        }
        if (failure instanceof SQLException sql && sql.getNextException() != null) {
            collect(sql.getNextException(), chain);
        }
        if (failure.getCause() != null) {
            collect(failure.getCause(), chain);
        }
    }

    static Optional<ServerErrorMessage> serverMessage(SQLException failure) {
        return failure instanceof PSQLException postgres
                ? Optional.ofNullable(postgres.getServerErrorMessage())
                : Optional.empty();
    }

    /** The primary message with the names that it leaves out. */
    private static String message(SQLException failure) {
        String primary = primary(failure);
        StringBuilder text = new StringBuilder(primary);
        serverMessage(failure).ifPresent(server -> {
            appendName(text, primary, "table", server.getTable());
            appendName(text, primary, "column", server.getColumn());
            appendName(text, primary, "constraint", server.getConstraint());
        });
        return text.toString();
    }

    private static void appendName(StringBuilder text, String primary, String kind, @Nullable String name) {
        if (name != null && !primary.contains("\"" + name + "\"")) {
            text.append(", ").append(kind).append(' ').append(name);
        }
    }

    private static String primary(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        Optional<String> fromServer = serverMessage(failure).map(ServerErrorMessage::getMessage);
        String message = fromServer.orElse(String.valueOf(failure.getMessage()));
        if (!state.startsWith(DATA_EXCEPTION)) {
            return message;
        }
        // The driver puts a value after a colon, the server in quotes.
        return fromServer.isPresent() ? QUOTED.matcher(message).replaceAll("\"…\"") : message.split(":", 2)[0];
    }

    /** A copy whose message holds no row, with the original's stack trace. */
    static SQLException harmless(SQLException failure) {
        SQLException copy = new SQLException(primary(failure), failure.getSQLState());
        copy.setStackTrace(failure.getStackTrace());
        if (failure.getCause() instanceof IOException network) {
            copy.initCause(network);
        }
        return copy;
    }
}
