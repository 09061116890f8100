package dev.ferry.ledger;

import dev.ferry.database.Identifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The changesets that were applied to a schema, those of runs left out.
 *
 * @param digest the same for the same changesets with the same content in the same order; empty where there is none
 * @param changesets their ids, oldest first
 */
public record SchemaVersion(String digest, List<String> changesets) {
    public SchemaVersion {
        changesets = List.copyOf(changesets);
    }

    /** The version of a schema; without a changelog table it has none. */
    public static SchemaVersion of(Connection connection, String schema) throws SQLException {
        if (!TableShape.exists(connection, schema, "databasechangelog")) {
            return new SchemaVersion("", List.of());
        }
        try (PreparedStatement statement = connection.prepareStatement("""
                        SELECT coalesce(md5(string_agg(concat_ws('|', id, author, filename, md5sum), E'\\n'
                                                       ORDER BY orderexecuted)), ''),
                               coalesce(array_agg(id ORDER BY orderexecuted), '{}')
                        FROM %s.databasechangelog WHERE filename <> 'ferry/runs'
                        """.formatted(Identifier.quoted(schema)));
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new SchemaVersion(row.getString(1), new ArrayList<>(List.of((String[])
                    row.getArray(2).getArray())));
        }
    }
}
