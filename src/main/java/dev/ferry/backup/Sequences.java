package dev.ferry.backup;

import static dev.ferry.database.Identifier.quoted;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The sequences of a schema: those that columns own, and those that entities take their keys from.
 *
 * <p>A sequence is no part of a transaction. It is read after the rows, so that it is never behind them, and only moved on,
 * never back: then no later rollback can make it give a value twice.
 *
 * @see <a href="https://www.postgresql.org/docs/current/functions-sequence.html">Sequence Manipulation Functions</a>
 */
final class Sequences {
    private final Connection connection;
    private final String schema;

    Sequences(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    /** How they stand, by name. */
    List<SavedSequence> read() throws SQLException {
        List<SavedSequence> sequences = new ArrayList<>();
        for (String name : names()) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(
                            "SELECT last_value, is_called FROM " + quoted(schema) + "." + quoted(name))) {
                row.next();
                sequences.add(new SavedSequence(name, row.getLong(1), row.getBoolean(2)));
            }
        }
        return sequences;
    }

    private List<String> names() throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("SELECT c.relname FROM pg_class c"
                + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = ? AND c.relkind = 'S'"
                + " ORDER BY c.relname COLLATE \"C\"")) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
        }
        return names;
    }

    /** Moves those on that are behind the saved ones; a sequence that is gone is nobody's any more. */
    void advance(List<SavedSequence> saved) throws SQLException {
        List<String> there = names();
        for (SavedSequence sequence : saved) {
            if (there.contains(sequence.name())) {
                advance(sequence);
            }
        }
    }

    private void advance(SavedSequence sequence) throws SQLException {
        String name = quoted(schema) + "." + quoted(sequence.name());
        String behind = "CASE WHEN s.seqincrement > 0 THEN ? > q.last_value ELSE ? < q.last_value END"
                + " OR (? = q.last_value AND ? AND NOT q.is_called)";
        try (PreparedStatement statement = connection.prepareStatement("SELECT setval(s.seqrelid::regclass, ?, ?) FROM "
                + name + " q, pg_sequence s" + " WHERE s.seqrelid = ?::regclass AND (" + behind + ")")) {
            statement.setLong(1, sequence.lastValue());
            statement.setBoolean(2, sequence.called());
            statement.setString(3, name);
            statement.setLong(4, sequence.lastValue());
            statement.setLong(5, sequence.lastValue());
            statement.setLong(6, sequence.lastValue());
            statement.setBoolean(7, sequence.called());
            statement.executeQuery().close();
        }
    }
}
