package dev.ferry.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.metamodel.mapping.JdbcMapping;
import org.postgresql.core.Oid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What COPY can write into the tables of a database; asked once for each. Belongs to one connection. */
public final class CopyTables {
    private static final Logger LOG = LoggerFactory.getLogger(CopyTables.class);

    private static final String TABLE = """
            SELECT oid::int8, relkind IN ('r', 'p') AND NOT relhasrules AND NOT row_security_active(oid),
                   has_database_privilege(current_database(), 'TEMP')
            FROM pg_class WHERE oid = ?::regclass
            """;

    /** A domain is what it is made of, whose receive function the domain's own calls before it looks at its constraints. */
    private static final String COLUMNS = """
            WITH RECURSIVE columns AS (
              SELECT attname, atttypid AS type, attidentity = 'a' AS always
              FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped
              UNION ALL
              SELECT c.attname, t.typbasetype, c.always FROM columns c JOIN pg_type t ON t.oid = c.type WHERE t.typtype = 'd'
            )
            SELECT c.attname, c.always, t.oid::int8, t.typtype = 'e',
                   CASE WHEN t.typoutput = 'array_out'::regproc THEN t.typelem ELSE 0 END::int8, format_type(t.oid, NULL)
            FROM columns c JOIN pg_type t ON t.oid = c.type WHERE t.typtype <> 'd'
            """;

    private final Connection connection;
    private final Map<Class<?>, Ways> known = new ConcurrentHashMap<>();

    /** The tables of a database, as a connection sees them. */
    public CopyTables(Connection connection) {
        this.connection = connection;
    }

    /** How an entity's rows are copied; empty where JDBC must write them. */
    record Ways(Optional<CopyTarget> insert, Optional<CopyTarget> update) {}

    private record Found(long oid, boolean plain, boolean temporary) {}

    private record FoundColumn(boolean always, int type, boolean labels, int element, String sql) {
        BinaryType binary() throws NotByCopyException {
            BinaryType binary = labels
                    ? BinaryType::label
                    : element != Oid.UNSPECIFIED ? BinaryType.array(element) : BinaryType.BUILT_IN.get(type);
            if (binary == null) {
                throw new NotByCopyException("its binary form of " + sql + " is not known");
            }
            return binary;
        }
    }

    Ways of(EntityTable<?> table) throws SQLException {
        Ways ways = known.get(table.entity());
        if (ways == null) {
            ways = find(table);
            known.put(table.entity(), ways);
        }
        return ways;
    }

    /** Where an entity's new rows are copied, if that has been asked before; for any thread. */
    Optional<CopyTarget> knownInsert(Class<?> entity) {
        return Optional.ofNullable(known.get(entity)).flatMap(Ways::insert);
    }

    private Ways find(EntityTable<?> table) throws SQLException {
        Found found = found(table);
        Map<String, FoundColumn> columns = columns(table);
        return new Ways(way(table, "inserted", () -> insert(table, found, columns)), way(table, "updated", () -> {
            NotByCopyException.unless(found.temporary(), "the user may create no temporary tables");
            RowLayout layout = RowLayout.ofUpdate(table.persister());
            return CopyTarget.update(layout, values(layout, columns), found.oid());
        }));
    }

    private static CopyTarget insert(EntityTable<?> table, Found found, Map<String, FoundColumn> columns)
            throws NotByCopyException {
        RowLayout layout = RowLayout.ofInsert(table.persister());
        List<CopyTarget.Value> values = values(layout, columns);
        for (String column : layout.columns()) {
            // COPY gives such a column the value that INSERT refuses.
            NotByCopyException.unless(
                    !column(columns, column).always(), "the database alone gives " + column + " its values");
        }
        if (found.plain()) {
            return CopyTarget.insert(layout, values);
        }
        // COPY knows no rules, no row-level security and no views: INSERT does.
        NotByCopyException.unless(
                found.temporary(), "it has rules or policies, and the user may create no temporary tables");
        return CopyTarget.insertByTable(layout, values, found.oid());
    }

    private static List<CopyTarget.Value> values(RowLayout layout, Map<String, FoundColumn> columns)
            throws NotByCopyException {
        List<CopyTarget.Value> values = new ArrayList<>();
        for (int i = 0; i < layout.columns().size(); i++) {
            FoundColumn column = column(columns, layout.columns().get(i));
            JdbcMapping mapping = layout.mappings().get(i);
            values.add(new CopyTarget.Value(new BoundValue(mapping), column.binary()));
        }
        return values;
    }

    private static FoundColumn column(Map<String, FoundColumn> columns, String sql) throws NotByCopyException {
        FoundColumn column = columns.get(Sql.unquoted(sql));
        if (column == null) {
            throw new NotByCopyException("the table has no column " + sql);
        }
        return column;
    }

    private Found found(EntityTable<?> table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TABLE)) {
            statement.setString(1, table.sql());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return new Found(result.getLong(1), result.getBoolean(2), result.getBoolean(3));
            }
        }
    }

    private Map<String, FoundColumn> columns(EntityTable<?> table) throws SQLException {
        Map<String, FoundColumn> columns = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, table.sql());
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    columns.put(
                            result.getString(1),
                            new FoundColumn(
                                    result.getBoolean(2),
                                    (int) result.getLong(3),
                                    result.getBoolean(4),
                                    (int) result.getLong(5),
                                    result.getString(6)));
                }
            }
        }
        return columns;
    }

    @FunctionalInterface
    private interface Search {
        CopyTarget find() throws NotByCopyException;
    }

    private static Optional<CopyTarget> way(EntityTable<?> table, String done, Search search) {
        try {
            return Optional.of(search.find());
        } catch (NotByCopyException e) {
            LOG.info("{} is {} by JDBC, not COPY: {}", table.name(), done, e.getMessage());
            return Optional.empty();
        }
    }
}
