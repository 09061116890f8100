package dev.ferry.ledger;

import dev.ferry.database.SqlFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A foreign key of a table that is not to be cleared, pointing at one that is.
 *
 * @param constraint its name
 * @param from the table that refers, qualified and quoted for SQL where it needs to be
 * @param to the table that it refers to, likewise; a partition where the key points at one
 */
public record OutsideReference(String constraint, String from, String to) {
    /**
     * Finds them, whether or not rows use them; partitions belong to their table, and a table of any schema may refer.
     *
     * @param schema the schema of the tables
     * @param tables the names of all tables that are to be cleared
     * @throws dev.ferry.database.DatabaseException where the catalog cannot be read
     */
    public static List<OutsideReference> to(Connection connection, String schema, List<String> tables) {
        try {
            return IncomingReference.outside(connection, schema, tables).stream()
                    .map(found -> new OutsideReference(found.constraint(), found.from(), found.to()))
                    .toList();
        } catch (SQLException e) {
            throw SqlFailure.explain("the foreign keys could not be read", e, connection, schema);
        }
    }
}
