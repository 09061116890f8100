package dev.ferry.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ferry.DatabaseDump;
import dev.ferry.database.Database;
import dev.ferry.database.DatabaseUrl;
import dev.ferry.ledger.EntityCount;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of any kind, made by hand, on their way through an archive. */
class DatabaseRestoreTest {
    @TempDir
    Path folder;

    private RestoreBench bench;

    @BeforeEach
    void bench() {
        bench = new RestoreBench(folder);
    }

    @Test
    void every_value_comes_back_as_it_was() throws SQLException {
        bench.execute("""
                CREATE DOMAIN courses.percent AS numeric CHECK (value <= 100);
                CREATE TYPE courses.mood AS ENUM ('so so', 'it''s "good"');
                CREATE TYPE courses.pair AS (a text, b int);
                CREATE TABLE courses.odd (
                  id text PRIMARY KEY, j jsonb, js json, x xml, t text, c char(5), v varchar(3), b bytea, f float8, r real,
                  n numeric, n2 numeric(6, 2), ts timestamp, tz timestamptz, d date, i interval, a text[], aa int[][],
                  jj jsonb[], u uuid, bo boolean, m money, bits bit(3), vb varbit, net inet, p point, rng int4range,
                  pct courses.percent, mo courses.mood, pr courses.pair, prs courses.pair[],
                  gen bigint GENERATED ALWAYS AS IDENTITY, twice int GENERATED ALWAYS AS (coalesce(length(t), 0) * 2) STORED,
                  gone int);
                ALTER TABLE courses.odd DROP COLUMN gone;
                INSERT INTO courses.odd (id) VALUES ('all null');
                INSERT INTO courses.odd (id, j, js, t, b, f, r, n, n2, ts, tz, d) VALUES
                  ('1', 'null', ' { "a" : 1, "a":2 }', '\\N', '\\x00ff5c', 'NaN', '-Infinity', 'NaN', 1.0, 'infinity',
                   '-infinity', '0044-03-15 BC'),
                  ('2', '"null"', 'null', '', '', 0.1, 0.1, 1.0, 1, '0044-03-15 12:00 BC', '2026-01-01 00:00:00.000001+14',
                   'infinity'),
                  ('3', '1.0', '1.00', 'null', NULL, -0.0, 1e-44, 1.00, -0.01, '294276-12-31', '4714-11-24 BC', '-infinity'),
                  ('4', '{"\\u00fc":"\\\\"}', '[]', E'\\ttab\\nline\\rreturn\\\\"quote" \\b\\f\\v', NULL, 1e308, 0, 1e400,
                   NULL, NULL, NULL, NULL);
                INSERT INTO courses.odd (id, t) VALUES
                  ('5', U&'\\+01F680\\200B\\FEFF\\0001 ü,{}()'), ('6', ' '), ('7', E'\\\\N'), ('8', '\\.'), ('9', repeat('x', 200000));
                INSERT INTO courses.odd (id, c, v, i, a, aa, jj, u, bo, m, bits, vb, net, p, rng, pct, mo, pr, prs, x) VALUES
                  ('10', 'a ', 'ab ', '1 mon -2 days 03:04:05.000006', ARRAY[NULL, 'NULL', '', 'a"b\\c', '{}'],
                   '{{1,2},{3,NULL}}', ARRAY['null', NULL]::jsonb[], '00000000-0000-0000-0000-000000000000', true,
                   '-1,234.50', B'101', B'', '::1/64', '(1.5,-0)', 'empty', 99.90, 'it''s "good"', ROW('a,"b\\', NULL),
                   ARRAY[ROW(NULL, 1), ROW('', NULL)]::courses.pair[], '<a b="1">&lt;</a>');
                """);
        var before = bench.dump();
        BackupFile backup = bench.backup("odd");
        bench.execute("""
                UPDATE courses.odd SET j = NULL WHERE id = '1';
                UPDATE courses.odd SET n = 1.0 WHERE id = '3';
                DELETE FROM courses.odd WHERE id IN ('4', '10');
                INSERT INTO courses.odd (id) VALUES ('new')
                """);
        var changed = bench.dump();

        List<EntityCount> counts = bench.restore(backup);
        assertThat(bench.dump()).isEqualTo(before);
        assertThat(counts.get(0).inserted()).isEqualTo(11);
        assertThat(counts.get(0).deleted()).isEqualTo(10);
        bench.rollback();
        assertThat(bench.dump()).isEqualTo(changed);
    }

    @Test
    void a_literal_null_in_jsonb_alone_is_a_difference() throws SQLException {
        bench.execute(
                "CREATE TABLE courses.odd (id int PRIMARY KEY, j jsonb); INSERT INTO courses.odd VALUES (1, 'null')");
        var before = bench.dump();
        BackupFile backup = bench.backup("odd");
        bench.execute("UPDATE courses.odd SET j = NULL");
        bench.restore(backup);
        assertThat(bench.dump()).isEqualTo(before);
    }

    @Test
    void rows_of_a_table_that_refers_to_itself_come_back_in_any_order() throws SQLException {
        bench.execute("""
                CREATE TABLE courses.tree (id int PRIMARY KEY, parent int REFERENCES courses.tree);
                INSERT INTO courses.tree SELECT n, NULL FROM generate_series(1, 2500) n;
                UPDATE courses.tree SET parent = id % 2500 + 1;
                """);
        var before = bench.dump();
        BackupFile backup = bench.backup("tree");
        bench.execute("UPDATE courses.tree SET parent = NULL; DELETE FROM courses.tree WHERE id > 1000");
        var changed = bench.dump();
        bench.restore(backup);
        assertThat(bench.dump()).isEqualTo(before);
        bench.rollback();
        assertThat(bench.dump()).isEqualTo(changed);
    }

    @Test
    void tables_that_refer_to_each_other_come_back_where_one_key_is_checked_late() throws SQLException {
        bench.execute("""
                CREATE TABLE courses.a (id int PRIMARY KEY, b int);
                CREATE TABLE courses.b (id int PRIMARY KEY, a int REFERENCES courses.a);
                INSERT INTO courses.a VALUES (1, 2); INSERT INTO courses.b VALUES (2, 1);
                ALTER TABLE courses.a ADD CONSTRAINT late FOREIGN KEY (b) REFERENCES courses.b
                  DEFERRABLE INITIALLY IMMEDIATE;
                """);
        var before = bench.dump();
        BackupFile backup = bench.backup("a", "b");
        bench.execute("UPDATE courses.a SET b = NULL");
        bench.restore(backup);
        assertThat(bench.dump()).isEqualTo(before);
    }

    @Test
    void a_table_that_is_as_saved_is_left_alone_unless_its_rows_would_lose_theirs() throws SQLException {
        bench.execute("""
                CREATE TABLE courses.a (id int PRIMARY KEY, t text);
                CREATE TABLE courses.b (id int PRIMARY KEY, a int REFERENCES courses.a);
                CREATE TABLE courses.c (id int PRIMARY KEY);
                INSERT INTO courses.a VALUES (1, 'x'); INSERT INTO courses.b VALUES (2, 1);
                INSERT INTO courses.c VALUES (3)
                """);
        BackupFile backup = bench.backup("a", "b", "c");
        bench.execute("UPDATE courses.a SET t = 'y'");
        assertThat(bench.restore(backup))
                .extracting(count ->
                        count.entity() + " " + count.inserted() + "/" + count.unchanged() + "/" + count.deleted())
                .containsExactly("a 1/0/1", "b 1/0/1", "c 0/1/0");
    }

    @Test
    void sequences_are_moved_on_and_never_back() throws SQLException {
        bench.execute("""
                CREATE TABLE courses.a (id int PRIMARY KEY);
                CREATE SEQUENCE courses.up; CREATE SEQUENCE courses.down INCREMENT -1; CREATE SEQUENCE courses.ahead;
                CREATE SEQUENCE courses.once; CREATE SEQUENCE courses.fresh;
                SELECT setval('courses.up', 50), setval('courses.down', -50), setval('courses.ahead', 5),
                       nextval('courses.once')
                """);
        BackupFile backup = bench.backup("a");
        bench.execute("""
                SELECT setval('courses.up', 10), setval('courses.down', -10), setval('courses.ahead', 99);
                ALTER SEQUENCE courses.once RESTART
                """);
        bench.restore(backup);
        assertThat(DatabaseDump.value(bench.url, """
                SELECT concat_ws(' ', nextval('courses.up'), nextval('courses.down'), nextval('courses.ahead'),
                                 nextval('courses.once'), nextval('courses.fresh'))""")).isEqualTo("51 -51 100 2 1");
    }

    @Test
    void a_backup_sees_one_moment_while_others_go_on() throws SQLException {
        bench.execute("CREATE TABLE courses.a (id int PRIMARY KEY); CREATE TABLE courses.b (id int PRIMARY KEY)");
        BackupFile backup = bench.backup(
                (table, rows) -> bench.execute("INSERT INTO courses.b SELECT count(*) FROM courses.b"), "a", "b");
        assertThat(backup.manifest().rows()).isZero();
    }

    @Test
    void text_that_is_no_utf8_is_refused_and_leaves_no_file() throws SQLException {
        String name = "latin_" + System.nanoTime();
        bench.execute(
                "CREATE DATABASE " + name + " ENCODING 'SQL_ASCII' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        String other = bench.url.replaceFirst("/test_\\d+", "/" + name);
        DatabaseDump.execute(
                other,
                "CREATE SCHEMA courses; CREATE TABLE courses.a (id int PRIMARY KEY, t text);"
                        + " INSERT INTO courses.a VALUES (1, E'\\xe9')");
        try (Connection connection = Database.at(DatabaseUrl.parse(other)).connect("test")) {
            DatabaseBackup.begin(connection);
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DatabaseBackup.write(
                            connection,
                            RestoreBench.subject("a"),
                            Optional.empty(),
                            new BackupFolder(folder),
                            "now",
                            (table, rows) -> {}))
                    .withMessageContaining("invalid byte sequence");
        }
        assertThat(folder).isEmptyDirectory();
    }
}
