package dev.ferry.filter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.TestPostgres;
import dev.ferry.bind.Binder;
import dev.ferry.bind.Bound;
import dev.ferry.source.Limits;
import dev.ferry.source.RawRecord;
import dev.ferry.source.RowCondition.Column;
import dev.ferry.source.RowCondition.Sql;
import dev.ferry.source.Source;
import dev.ferry.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A filter selects the same rows as SQL in a database and in memory from their JSON. */
@NullMarked
class FilterAgreementTest {
    private static final int ROWS = 300;
    private static final int FILTERS = 500;

    private final RandomFilter random = new RandomFilter(new Random(20_261_121));
    private final String database = TestPostgres.newDatabase();
    private Connection connection = connect();

    @TempDir
    private Path folder = Path.of("");

    private Connection connect() {
        try {
            return DriverManager.getConnection(database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void fill() throws SQLException {
        execute("SET TIME ZONE 'UTC'");
        execute(
                "CREATE TABLE goods (\"id\" text, \"name\" varchar(50), in_stock boolean, pieces integer, views bigint,"
                        + " code smallint, price numeric, made_on date, opens time, \"createdAt\" timestamptz, sold_at timestamp)");
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO goods SELECT ?, ?, ?::boolean, ?::integer, ?::bigint, ?::smallint, ?::numeric, ?::date, ?::time,"
                        + " ?::timestamptz, ?::timestamp")) {
            for (int row = 0; row < ROWS; row++) {
                List<String> values = random.row(row);
                for (int i = 0; i < values.size(); i++) {
                    insert.setString(i + 1, values.get(i).equals(RandomFilter.NULL) ? null : values.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @ParameterizedTest
    @CsvSource({"UTC", "+05:30", "-08:00", "America/New_York"})
    void random_filters_select_the_same_rows(ZoneId zone) throws SQLException, IOException {
        Map<String, Bound<ShopProfile.Good>> goods = goods(zone);
        Map<String, Column> columns = columns();
        int pushed = 0;
        int selective = 0;
        for (int i = 0; i < FILTERS; i++) {
            String written = random.condition(3);
            RowFilter filter = filter("goods: " + written, zone);
            Optional<Sql> sql = filter.sql(name -> Optional.ofNullable(columns.get(name)));
            if (sql.isPresent()) {
                Set<String> expected = new TreeSet<>();
                goods.forEach((id, good) -> {
                    if (filter.selects(good.dto().orElseThrow()) || isMalformed(good, filter)) {
                        expected.add(id);
                    }
                });
                assertThat(ids(sql.get())).as(written + "\n" + sql.get()).isEqualTo(expected);
                pushed++;
                selective += expected.isEmpty() || expected.size() == ROWS ? 0 : 1;
            }
        }
        assertThat(pushed).isGreaterThan(FILTERS / 10);
        assertThat(selective).isGreaterThan(FILTERS / 20);
    }

    @Test
    void what_a_database_may_answer_otherwise_is_left_to_memory() throws SQLException {
        Map<String, Column> columns = columns();

        assertThat(sql("name ILIKE 'a%'", columns)).isEmpty();
        assertThat(sql("name LIKE 'ä%'", columns)).isEmpty();
        assertThat(sql("name LIKE 'a_'", columns)).isEmpty();
        assertThat(sql("opens > '10:00'", columns)).isEmpty();
        assertThat(sql("NOT hidden", columns)).isEmpty();
        assertThat(sql("created_at > '2024-01-01T00:00:00.0000001Z'", columns)).isEmpty();
        for (String type : List.of("character", "citext", "json", "integer", "mood")) {
            columns.put("name", new Column("\"name\"", type));
            assertThat(sql("name = 'a'", columns)).as(type).isEmpty();
        }
        for (String type : List.of("double precision", "real", "text", "bigint", "numeric")) {
            columns.put("pieces", new Column("pieces", type));
            assertThat(sql("pieces = 1", columns)).as(type).isEmpty();
        }
        assertThat(sql("in_stock OR pieces = 1", columns)).isEmpty();
        columns.remove("in_stock");
        assertThat(sql("in_stock", columns)).isEmpty();
    }

    @Test
    void values_are_parameters() throws SQLException {
        Sql sql = sql("id = 'x''); DROP TABLE goods; --' OR name IN ('ä', 'b') OR views > 1.5", columns())
                .orElseThrow();

        assertThat(sql.text())
                .isEqualTo(
                        "((\"id\" COLLATE \"C\" = ?) OR (convert_to(\"name\", 'UTF8') IN (decode(?, 'hex'), decode(?, 'hex')))"
                                + " OR (\"views\" > ?))");
        assertThat(sql.parameters()).hasSize(4).first().isEqualTo("x'); DROP TABLE goods; --");
    }

    /** Such a record is rejected with a reason, so a database must not keep it back. */
    private static boolean isMalformed(Bound<?> bound, RowFilter filter) {
        return bound instanceof Bound.Malformed<?> malformed
                && filter.fields().stream().anyMatch(field -> malformed.covers(List.of(field)));
    }

    private Optional<Sql> sql(String written, Map<String, Column> columns) {
        return filter("goods: " + written, ZoneId.of("UTC")).sql(name -> Optional.ofNullable(columns.get(name)));
    }

    private static RowFilter filter(String written, ZoneId zone) {
        return Objects.requireNonNull(
                Filters.parse(new ShopProfile(), zone, List.of(written)).get(ShopProfile.GOODS));
    }

    /** The rows as records, even where a value cannot be held by one. */
    private Map<String, Bound<ShopProfile.Good>> goods(ZoneId zone) throws SQLException, IOException {
        Path file = folder.resolve("Goods.json");
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT jsonb_agg(to_jsonb(goods))::text FROM goods")) {
            rows.next();
            Files.writeString(file, rows.getString(1));
        }
        Binder<ShopProfile.Good> binder = new Binder<>(ShopProfile.Good.class, Limits.DEFAULT, zone);
        Map<String, Bound<ShopProfile.Good>> goods = new LinkedHashMap<>();
        try (Source source = Sources.open(folder.toString(), List.of(ShopProfile.GOODS), Limits.DEFAULT);
                Stream<RawRecord> records = source.records(ShopProfile.GOODS)) {
            records.forEach(raw -> goods.put(raw.id(), binder.bind(raw)));
        }
        assertThat(goods).hasSize(ROWS);
        return goods;
    }

    private Map<String, Column> columns() throws SQLException {
        Map<String, Column> columns = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT attname, attnum, format_type(atttypid, NULL)"
                        + " FROM pg_attribute WHERE attrelid = 'goods'::regclass AND attnum > 0")) {
            while (rows.next()) {
                columns.put(rows.getString(1), new Column('"' + rows.getString(1) + '"', rows.getString(3)));
            }
        }
        return columns;
    }

    private Set<String> ids(Sql sql) throws SQLException {
        Set<String> ids = new TreeSet<>();
        try (PreparedStatement query =
                connection.prepareStatement("SELECT id FROM goods WHERE (" + sql.text() + ") IS TRUE")) {
            for (int i = 0; i < sql.parameters().size(); i++) {
                query.setObject(i + 1, sql.parameters().get(i));
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getString(1));
                }
            }
        }
        return ids;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
