package dev.ferry.ledger;

import dev.ferry.failure.UsageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows that runs leave in their profile's changelog table, in the form in which Liquibase would write them.
 *
 * <p>A run has two: its tag's, so that a tag never overwrites another one, and its own. Both carry no checksum, which
 * Liquibase takes for "do not check". Since plain Liquibase sorts by time first, theirs is later than any before.
 */
final class ChangelogRows {
    private static final String APPEND = """
            INSERT INTO %1$s.databasechangelog
              (id, author, filename, dateexecuted, orderexecuted, exectype, description, tag, liquibase)
            SELECT row.id, 'ferry', 'ferry/runs',
                   greatest(clock_timestamp()::timestamp, last.executed + interval '1 millisecond'),
                   last.position + row.step, 'EXECUTED', row.description, row.tag, 'ferry'
            FROM (SELECT coalesce(max(orderexecuted), 0) AS position, max(dateexecuted) AS executed
                  FROM %1$s.databasechangelog) last,
                 (VALUES (1, ?, 'tagDatabase', ?), (2, ?, 'ferry run', NULL)) AS row (step, id, description, tag)
            """;

    private ChangelogRows() {}

    /** Adds a run's rows. */
    static void append(Connection connection, String schema, RunId run, String tag) throws SQLException {
        if (tagExists(connection, schema, tag)) {
            throw new UsageException(
                    "tag '" + tag + "' exists already in schema " + schema
                            + "; tags differ in more than upper and lower case",
                    "choose another --tag; taken are " + String.join(", ", tags(connection, schema)));
        }
        try (PreparedStatement statement = connection.prepareStatement(APPEND.formatted(quoted(connection, schema)))) {
            statement.setString(1, "tag-" + run);
            statement.setString(2, tag);
            statement.setString(3, "run-" + run);
            statement.executeUpdate();
        }
    }

    /** Takes a run's rows away. */
    static void remove(Connection connection, String schema, RunId run) throws SQLException {
        String sql = "DELETE FROM " + quoted(connection, schema)
                + ".databasechangelog WHERE author = 'ferry' AND filename = 'ferry/runs' AND id IN (?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, "tag-" + run);
            statement.setString(2, "run-" + run);
            statement.executeUpdate();
        }
    }

    /** Whether a tag of this name is there, upper and lower case being the same as Liquibase has it. */
    static boolean tagExists(Connection connection, String schema, String tag) throws SQLException {
        return tags(connection, schema).stream().anyMatch(tag::equalsIgnoreCase);
    }

    /** All tags, oldest first; none where there is no changelog table. */
    static List<String> tags(Connection connection, String schema) throws SQLException {
        List<String> tags = new ArrayList<>();
        if (TableShape.exists(connection, schema, "databasechangelog")) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT tag FROM " + quoted(connection, schema)
                            + ".databasechangelog WHERE tag IS NOT NULL ORDER BY orderexecuted")) {
                while (row.next()) {
                    tags.add(row.getString(1));
                }
            }
        }
        return tags;
    }

    private static String quoted(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT quote_ident(?)")) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
