package dev.ferry.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ferry.failure.RefusalException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Restores that could not be exact, or would harm others: each is refused, and nothing is changed. */
class InexactRestoreTest {
    @TempDir
    Path folder;

    private RestoreBench bench;

    @BeforeEach
    void bench() {
        bench = new RestoreBench(folder);
    }

    @Test
    void a_trigger_that_changes_rows_is_refused_and_nothing_is_changed() throws SQLException {
        bench.execute("""
                CREATE TABLE courses.a (id int PRIMARY KEY, t text);
                INSERT INTO courses.a VALUES (1, 'x');
                """);
        BackupFile backup = bench.backup("a");
        bench.execute("""
                UPDATE courses.a SET t = 'y';
                CREATE FUNCTION courses.shout() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN NEW.t := upper(NEW.t); RETURN NEW; END $$;
                CREATE TRIGGER shout BEFORE INSERT ON courses.a FOR EACH ROW EXECUTE FUNCTION courses.shout()
                """);
        assertRefused(backup, "a trigger or a generated column stands in the way");
    }

    @Test
    void a_trigger_that_changes_rows_of_another_table_is_refused() throws SQLException {
        bench.execute("""
                CREATE TABLE courses.a (id int PRIMARY KEY, t text); INSERT INTO courses.a VALUES (1, 'x');
                CREATE TABLE courses.b (id int PRIMARY KEY);
                """);
        BackupFile backup = bench.backup("b", "a");
        bench.execute("""
                UPDATE courses.a SET t = 'y';
                CREATE FUNCTION courses.more() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN INSERT INTO courses.b VALUES (7); RETURN NULL; END $$;
                CREATE TRIGGER more AFTER INSERT ON courses.a FOR EACH ROW EXECUTE FUNCTION courses.more()
                """);
        assertRefused(backup, "table b cannot be restored exactly");
    }

    @Test
    void rows_that_a_newer_constraint_forbids_are_refused_by_its_name() throws SQLException {
        bench.execute("CREATE TABLE courses.a (id int PRIMARY KEY, t text); INSERT INTO courses.a VALUES (1, 'x')");
        BackupFile backup = bench.backup("a");
        bench.execute("UPDATE courses.a SET t = 'y'; ALTER TABLE courses.a ADD CONSTRAINT only_y CHECK (t = 'y')");
        assertRefused(backup, "only_y");
    }

    @Test
    void tables_of_others_that_point_in_are_refused() throws SQLException {
        bench.execute("CREATE TABLE courses.a (id int PRIMARY KEY, t text); INSERT INTO courses.a VALUES (1, 'x')");
        BackupFile backup = bench.backup("a");
        bench.execute("UPDATE courses.a SET t = 'y'; CREATE TABLE public.guest (a int REFERENCES courses.a)");
        assertRefused(backup, "public.guest points at courses.a");
        bench.execute("DROP TABLE public.guest; CREATE TABLE courses.guest (a int REFERENCES courses.a)");
        assertRefused(backup, "courses.guest points at courses.a");
    }

    private void assertRefused(BackupFile backup, String reason) {
        var before = bench.dump();
        assertThatExceptionOfType(RefusalException.class)
                .isThrownBy(() -> bench.restore(backup))
                .withMessageContaining(reason);
        assertThat(bench.dump()).isEqualTo(before);
    }
}
