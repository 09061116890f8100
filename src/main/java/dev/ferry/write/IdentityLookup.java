package dev.ferry.write;

import dev.ferry.ledger.IdentityMap;
import dev.ferry.profile.NaturalKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.postgresql.PGStatement;

/** Finds the rows of a table whose natural keys are in the ledger's identity map. */
final class IdentityLookup<E> {
    private final EntityTable<E> table;
    private final Connection connection;
    private final TableLookup<E> rows;

    IdentityLookup(EntityTable<E> table, Connection connection, TableLookup<E> rows) {
        this.table = table;
        this.connection = connection;
        this.rows = rows;
    }

    /** The row of each natural key, in the keys' order. */
    List<Optional<FoundRow>> find(List<NaturalKey> keys) throws SQLException {
        return ids(keys).stream()
                .map(id -> id.map(found -> new FoundRow(found, List.of())))
                .toList();
    }

    /** The row of each entity's natural key and the columns in which it differs from the entity, in the entities' order. */
    List<Optional<FoundRow>> compare(List<E> entities) throws SQLException {
        List<Optional<Object>> ids = ids(entities.stream()
                .map(entity -> table.naturalKey().of(entity).orElseThrow())
                .toList());
        List<Integer> there = present(ids);
        List<Optional<FoundRow>> compared = rows.compare(
                there.stream().map(entities::get).toList(),
                there.stream().map(i -> ids.get(i).orElseThrow()).toList());
        List<Optional<FoundRow>> found = new ArrayList<>(Collections.nCopies(entities.size(), Optional.empty()));
        for (int i = 0; i < there.size(); i++) {
            found.set(there.get(i), compared.get(i));
        }
        return found;
    }

    /** The row of each natural key with some attributes that are text, in the keys' order. */
    List<Optional<ReadRow>> read(List<NaturalKey> keys, List<String> attributes) throws SQLException {
        List<Optional<Object>> ids = ids(keys);
        List<Integer> there = present(ids);
        List<Optional<ReadRow>> read = rows.read(
                table.identifierColumns(),
                there.stream().map(i -> NaturalKey.of(ids.get(i).orElseThrow())).toList(),
                attributes);
        List<Optional<ReadRow>> found = new ArrayList<>(Collections.nCopies(keys.size(), Optional.empty()));
        for (int i = 0; i < there.size(); i++) {
            NaturalKey key = keys.get(there.get(i));
            found.set(there.get(i), read.get(i).map(row -> new ReadRow(row.id(), Optional.of(key), row.values())));
        }
        return found;
    }

    private static List<Integer> present(List<Optional<Object>> ids) {
        return IntStream.range(0, ids.size())
                .filter(i -> ids.get(i).isPresent())
                .boxed()
                .toList();
    }

    private List<Optional<Object>> ids(List<NaturalKey> keys) throws SQLException {
        List<Optional<Object>> ids = new ArrayList<>(Collections.nCopies(keys.size(), Optional.empty()));
        Column identifier = table.identifierColumns().get(0);
        String sql = "SELECT v.n, i.id FROM unnest(?::text[]) WITH ORDINALITY v(k, n) CROSS JOIN "
                + IdentityMap.lookup(table.sql(), identifier.sql(), rows.type(identifier), "v.k");
        Object[] sourceKeys =
                keys.stream().map(key -> IdentityMap.sourceKey(key.values())).toArray();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            // Planned anew each time: a plan that was made for the table when it was empty would stay.
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            statement.setArray(1, connection.createArrayOf("text", sourceKeys));
            statement.setString(2, table.schema());
            statement.setString(3, table.name());
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    ids.set(result.getInt(1) - 1, Optional.of(rows.identifier(result, 2)));
                }
            }
        }
        return ids;
    }
}
