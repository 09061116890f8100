package dev.ferry.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The right that a statement lacked, as the GRANT that gives it.
 *
 * <p>The server says in words alone what it is about; where they are not English, nothing more is known than that.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-grant.html">GRANT</a>
 */
final class MissingRight {
    static final String SQL_STATE = "42501";

    private static final Pattern DENIED =
            Pattern.compile("permission denied for (database|schema|table|sequence) (.+)");
    private static final Pattern NOT_OWNER = Pattern.compile("must be owner of (.+)");

    private final String said;
    private final String user;
    private final List<String> schemas;

    private MissingRight(String said, String user, List<String> schemas) {
        this.said = said;
        this.user = user;
        this.schemas = schemas;
    }

    /** What to do about it, for a user who is not known. */
    static Optional<String> advice(String said) {
        return new MissingRight(said, "<user>", List.of()).advice();
    }

    /**
     * What to do about it.
     *
     * @param connection the one that was refused; asked for what it knows without the server
     * @param schemas those whose tables the work needs
     */
    static Optional<String> advice(String said, Connection connection, List<String> schemas) {
        try {
            return new MissingRight(
                            said, Identifier.quoted(connection.getMetaData().getUserName()), schemas)
                    .advice();
        } catch (SQLException lost) {
            return advice(said);
        }
    }

    /**
     * The rights that reading needs, which are fewer than those that Ferry's own tables do.
     *
     * @param schema the one that was read, empty where it is not known
     */
    static Optional<String> toRead(String said, Connection connection, String schema) {
        if (!DENIED.matcher(said).matches() || schema.isEmpty()) {
            return Optional.of("the owner or an administrator has to let this user read every row of these tables");
        }
        try {
            String to = " TO " + Identifier.quoted(connection.getMetaData().getUserName());
            String in = "SCHEMA " + Identifier.quoted(schema);
            return Optional.of("let the owner or an administrator run: GRANT USAGE ON " + in + to
                    + "; GRANT SELECT ON ALL TABLES IN " + in + to);
        } catch (SQLException lost) {
            return Optional.empty();
        }
    }

    private Optional<String> advice() {
        Matcher denied = DENIED.matcher(said);
        if (denied.matches()) {
            return Optional.of("let the owner or an administrator run: " + grant(denied.group(1), denied.group(2)));
        }
        Matcher notOwner = NOT_OWNER.matcher(said);
        return notOwner.matches()
                ? Optional.of(
                        "connect as the owner of " + notOwner.group(1) + ", or let an administrator change its owner")
                : Optional.empty();
    }

    private String grant(String kind, String name) {
        return switch (kind) {
            case "database" -> "GRANT CREATE ON DATABASE " + Identifier.quoted(name) + to();
            case "schema" ->
                "GRANT USAGE ON SCHEMA " + Identifier.quoted(name) + to()
                        + " (and CREATE, where it has to be brought up to date)";
            case "sequence" -> "GRANT USAGE ON " + all("SEQUENCE", name) + to();
            default -> "GRANT SELECT, INSERT, UPDATE, DELETE ON " + all("TABLE", name) + to();
        };
    }

    /** The message has a table's name without its schema, and the next one would be refused as well. */
    private String all(String kind, String name) {
        return schemas.isEmpty()
                ? kind + " " + Identifier.quoted(name)
                : "ALL " + kind + "S IN SCHEMA "
                        + schemas.stream().map(Identifier::quoted).collect(Collectors.joining(", "));
    }

    private String to() {
        return " TO " + user;
    }
}
