package dev.ferry.backup;

import dev.ferry.database.SqlFailure;
import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.OutsideReference;
import dev.ferry.ledger.TableShape;
import dev.ferry.ledger.TransactionLedger;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the tables of a profile what they are in an archive, inside the transaction of a run.
 *
 * <p>A table that is so already is left alone, unless one that it refers to is written again: then its rows would lose theirs
 * on the way. So a second restore writes nothing. Sequences are moved on last, since no rollback would take that back.
 */
public final class DatabaseRestore {
    private final Connection connection;
    private final TransactionLedger ledger;
    private final Archive archive;
    private final String schema;
    private final Map<String, Restored> tables = new LinkedHashMap<>();

    /** A table on its way back, and what became of it. */
    private record Restored(SavedTable saved, TableShape shape, List<KeyColumn> key, TableRestore restore) {
        List<String> keyNames() {
            return key.stream().map(KeyColumn::name).toList();
        }
    }

    /** Hears how far a table is. */
    @FunctionalInterface
    public interface Hearer {
        void restored(String table, long rows, long of);
    }

    /** A restore into a schema; the ledger's run has begun, and its transaction is open. */
    public DatabaseRestore(Connection connection, TransactionLedger ledger, Archive archive, String schema) {
        this.connection = connection;
        this.ledger = ledger;
        this.archive = archive;
        this.schema = schema;
    }

    /**
     * Restores; gives what became of each table's rows.
     *
     * @throws RefusalException where it cannot be done exactly; the caller rolls back
     */
    public List<EntityCount> run(Hearer hearer) throws SQLException {
        try {
            for (SavedTable saved : archive.manifest().tables()) {
                tables.put(saved.name(), restored(saved));
            }
            execute("SET CONSTRAINTS ALL DEFERRED");
            Set<String> written = new WrittenTables(connection, schema).spread(differing());
            written.retainAll(tables.keySet());
            Map<String, Long> deleted = clear(written);
            for (String name :
                    tables.keySet().stream().filter(written::contains).toList()) {
                insert(name, hearer);
            }
            execute("SET CONSTRAINTS ALL IMMEDIATE");
            if (!written.isEmpty()) {
                requireAsSaved();
            }
            new SavedIdentities(archive, ledger)
                    .restore(tables.values().stream()
                            .collect(Collectors.toMap(
                                    table -> table.saved().name(),
                                    table -> table.keyNames().get(0))));
            new Sequences(connection, schema).advance(archive.manifest().sequences());
            return counts(written, deleted);
        } catch (Damage e) {
            throw archive.damaged(e);
        } catch (IOException e) {
            throw archive.unreadable(e);
        }
    }

    private Restored restored(SavedTable saved) throws SQLException {
        TableShape shape = TableShape.find(connection, schema, saved.name())
                .orElseThrow(() -> new IllegalStateException("no table " + saved.name() + " in schema " + schema));
        List<KeyColumn> key = KeyColumn.of(connection, shape);
        execute("LOCK TABLE " + shape.sqlName() + " IN EXCLUSIVE MODE");
        return new Restored(saved, shape, key, new TableRestore(connection, ledger, saved, shape, key));
    }

    private List<String> differing() throws SQLException, IOException {
        List<String> differing = new ArrayList<>();
        for (Restored table : tables.values()) {
            if (!table.restore().measured().holdsTheSameAs(table.saved().entry())) {
                differing.add(table.saved().name());
            }
        }
        return differing;
    }

    private Map<String, Long> clear(Set<String> written) {
        List<OutsideReference> outside = OutsideReference.to(connection, schema, List.copyOf(written));
        if (!outside.isEmpty()) {
            throw new RefusalException(
                    "the tables cannot be replaced: "
                            + outside.stream()
                                    .map(key -> key.from() + " points at " + key.to() + " (" + key.constraint() + ")")
                                    .collect(Collectors.joining(", ")),
                    "these tables are not the profile's, and would refer to rows that are gone; see to them first");
        }
        List<String> backwards = new ArrayList<>(tables.keySet());
        Collections.reverse(backwards);
        Map<String, Long> deleted = new LinkedHashMap<>();
        for (String name : backwards) {
            Restored table = tables.get(name);
            if (table != null && written.contains(name)) {
                deleted.put(name, ledger.clear(name, table.keyNames()));
            }
        }
        return deleted;
    }

    private void insert(String name, Hearer hearer) throws SQLException, IOException, Damage {
        Restored table = tables.get(name);
        if (table == null) {
            throw new IllegalStateException(name);
        }
        long all = table.saved().entry().records();
        try {
            table.restore().run(archive, rows -> hearer.restored(name, rows, all));
        } catch (SQLException e) {
            if (SqlFailure.isContentFault(e)) {
                throw new RefusalException(
                        "the rows of table " + name + " cannot be put back: "
                                + SqlFailure.explain(e).getMessage(),
                        "a constraint that the backup's schema did not have, or rows of tables outside of the profile that"
                                + " are gone");
            }
            throw e;
        }
    }

    /** A trigger on one table may have changed another. */
    private void requireAsSaved() throws SQLException, IOException {
        List<String> differing = differing();
        if (!differing.isEmpty()) {
            throw TableRestore.inexact(differing.get(0));
        }
    }

    private List<EntityCount> counts(Set<String> written, Map<String, Long> deleted) {
        return archive.manifest().tables().stream()
                .map(table -> {
                    long rows = table.entry().records();
                    boolean again = written.contains(table.name());
                    return new EntityCount(
                            table.name(),
                            rows,
                            0,
                            rows,
                            0,
                            again ? rows : 0,
                            0,
                            again ? 0 : rows,
                            0,
                            deleted.getOrDefault(table.name(), 0L));
                })
                .toList();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
