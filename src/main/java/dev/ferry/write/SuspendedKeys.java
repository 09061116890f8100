package dev.ferry.write;

import dev.ferry.database.SqlFailure;
import dev.ferry.ledger.LostRowsException;
import dev.ferry.write.KeyCatalog.ForeignKey;
import dev.ferry.write.KeyCatalog.Index;
import dev.ferry.write.KeyCatalog.Part;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Foreign keys and indexes of tables that one transaction fills alone. PostgreSQL looks each row's parent up by itself, and puts
 * each row into each index by itself, which takes longer than all the rest of writing the row; where they are dropped before and
 * made again afterwards, all rows are checked by one join, and sorted at once. Nobody sees a database without them: both happen in
 * the transaction, which keeps everybody off the tables until it ends.
 *
 * @see <a href="https://www.postgresql.org/docs/current/populate.html">Populating a Database, Remove Indexes and Remove Foreign
 *     Key Constraints</a>
 */
final class SuspendedKeys {
    private final Connection connection;
    private final KeyCatalog catalog;
    private final Map<EntityTable<?>, List<Part>> suspended = new LinkedHashMap<>();

    SuspendedKeys(Connection connection) {
        this.connection = connection;
        this.catalog = new KeyCatalog(connection);
    }

    /**
     * Suspends a table's indexes, and its keys to others, where nobody has to be waited for.
     *
     * @param alone the tables that the transaction fills alone
     */
    void suspend(EntityTable<?> table, List<EntityTable<?>> alone) throws SQLException {
        List<ForeignKey> keys = catalog.foreignKeys(table, alone);
        List<Index> indexes = catalog.indexes(table, keys);
        List<Part> own = keys.stream()
                .filter(key -> key.own() && key.alone())
                .map(ForeignKey::part)
                .toList();
        // Each in the order in which they are made: a foreign key needs its parent's index.
        List<Part> all = new ArrayList<>();
        indexes.forEach(index -> all.add(index.part()));
        keys.stream()
                .filter(key -> indexes.stream().anyMatch(index -> index.oid() == key.index()))
                .forEach(key -> all.add(key.part()));
        all.addAll(own);
        if (!isSuspended(table, all) && !indexes.isEmpty()) {
            // A view may need an index, or somebody read a table that refers to this one.
            isSuspended(table, own);
        }
    }

    private boolean isSuspended(EntityTable<?> table, List<Part> parts) throws SQLException {
        if (parts.isEmpty()) {
            return true;
        }
        String tables = parts.stream()
                .flatMap(part -> part.tables().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        List<String> statements = new ArrayList<>();
        statements.add("LOCK TABLE " + tables + " IN ACCESS EXCLUSIVE MODE NOWAIT");
        for (int i = parts.size() - 1; i >= 0; i--) {
            statements.add(parts.get(i).drop());
        }
        boolean dropped = WithoutWaiting.execute(connection, statements);
        if (dropped) {
            suspended.put(table, parts);
        }
        return dropped;
    }

    /**
     * Makes again what was suspended.
     *
     * @throws LostRowsException where rows name one that is not there, or have a key that others have; the transaction cannot go on
     *     then
     */
    void restore() throws SQLException {
        for (Map.Entry<EntityTable<?>, List<Part>> entry : suspended.entrySet()) {
            for (Part part : entry.getValue()) {
                make(entry.getKey(), part);
            }
        }
        suspended.clear();
    }

    private void make(EntityTable<?> table, Part part) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(part.make());
        } catch (SQLException e) {
            if (SqlFailure.isContentFault(e)) {
                throw new LostRowsException(
                        table.name(),
                        part.otherwise() + ": " + SqlFailure.explain(e).getMessage());
            }
            throw e;
        }
    }
}
