package dev.ferry.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.DatabaseDump;
import dev.ferry.database.DatabaseException;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When COPY writes, and that nobody sees from the rows which lane did. */
@NullMarked
class CopyWriterTest {
    private static final String NOTES =
            "CREATE TABLE notes (id bigint PRIMARY KEY, text text NOT NULL, version integer)";

    /** Counts the statements that insert. */
    private static final String STATEMENTS = """
            CREATE TABLE statements (n integer);
            CREATE FUNCTION tell() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN INSERT INTO courses.statements VALUES (1); RETURN NULL; END $$;
            CREATE TRIGGER tell AFTER INSERT ON notes FOR EACH STATEMENT EXECUTE FUNCTION tell()
            """;

    @Entity(name = "notes")
    static class Note {
        @Id
        long id;

        @Nullable
        String text;

        Note() {}

        Note(long id, @Nullable String text) {
            this.id = id;
            this.text = text;
        }
    }

    @Entity(name = "notes")
    static class Versioned {
        @Id
        @Nullable
        Long id;

        @Nullable
        String text;

        @Version
        @Nullable
        Integer version;

        Versioned() {}

        Versioned(long id, String text) {
            this.id = id;
            this.text = text;
        }
    }

    @Test
    void auto_copies_batches_that_are_large_enough() throws SQLException {
        for (WriterChoice choice : WriterChoice.values()) {
            try (WriterTrial<Note> trial = new WriterTrial<>(choice, Note.class, "notes", NOTES, STATEMENTS)) {
                List<Integer> statements = new ArrayList<>();
                for (int rows : List.of(49, 50)) {
                    trial.write(records(IntStream.range(0, rows).mapToObj(i -> new Note(100 * rows + i, "x"))));
                    statements.add(
                            Integer.valueOf(DatabaseDump.value(trial.url, "SELECT count(*) FROM courses.statements")));
                }
                assertThat(statements)
                        .isEqualTo(
                                switch (choice) {
                                    case AUTO -> List.of(49, 50);
                                    case COPY -> List.of(1, 2);
                                    case JDBC -> List.of(49, 99);
                                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void refused_records_are_told_from_the_others(WriterChoice choice) throws SQLException {
        try (WriterTrial<Note> trial = notes(choice)) {
            trial.insert(new Note(1, "there"), new Note(2, "to change"));
            List<RecordRows<Note>> records = new ArrayList<>();
            records.add(new RecordRows<>(List.of(new Note(3, "x"), new Note(4, null)), List.of(), List.of()));
            records.addAll(records(IntStream.range(5, 105).mapToObj(i -> new Note(i, "good"))));
            records.add(new RecordRows<>(List.of(new Note(1, "again")), List.of(), List.of()));
            records.add(new RecordRows<>(
                    List.of(), List.of(new Note(2, "changed")), List.of(new FoundRow(2L, List.of("text")))));
            assertThat(trial.write(records))
                    .containsExactly(
                            new Refusal(
                                    0,
                                    "the database refused a row: null value in column \"text\" of relation \"notes\""
                                            + " violates not-null constraint"),
                            new Refusal(
                                    101,
                                    "the database refused a row: duplicate key value violates unique constraint"
                                            + " \"notes_pkey\", table notes"));
            assertThat(DatabaseDump.column(trial.url, "SELECT text FROM courses.notes WHERE text <> 'good' ORDER BY 1"))
                    .containsExactly("changed", "there");
        }
    }

    @ParameterizedTest
    @EnumSource
    void versions_begin_and_go_on_as_with_hibernate(WriterChoice choice) throws SQLException {
        try (WriterTrial<Versioned> trial = new WriterTrial<>(choice, Versioned.class, "notes", NOTES)) {
            trial.insert(new Versioned(1, "x"));
            Versioned changed = new Versioned(1, "y");
            changed.version = 0;
            assertThat(trial.update(changed, 1L)).isEmpty();
            assertThat(DatabaseDump.value(trial.url, "SELECT text || version FROM courses.notes"))
                    .isEqualTo("y1");
        }
    }

    @ParameterizedTest
    @EnumSource
    void rules_policies_and_columns_that_the_database_alone_fills_count(WriterChoice choice) throws SQLException {
        try (WriterTrial<Note> trial = new WriterTrial<>(
                choice,
                Note.class,
                "notes",
                NOTES,
                "CREATE TABLE kept (text text)",
                "CREATE RULE kept AS ON INSERT TO notes DO ALSO INSERT INTO kept VALUES (NEW.text)")) {
            assertThat(trial.insert(new Note(1, "a"), new Note(2, "b"))).isEmpty();
            assertThat(DatabaseDump.column(trial.url, "SELECT text FROM courses.kept ORDER BY 1"))
                    .containsExactly("a", "b");
        }
        try (WriterTrial<Note> trial = new WriterTrial<>(
                choice,
                Note.class,
                "notes",
                "CREATE TABLE notes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text)")) {
            assertThatThrownBy(() -> trial.insert(new Note(1, "a")))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("cannot insert a non-DEFAULT value into column");
        }
    }

    @Test
    void temporary_tables_are_made_again_after_a_savepoint_has_taken_them_back() throws SQLException {
        try (WriterTrial<Note> trial = notes(WriterChoice.COPY)) {
            trial.insert(new Note(1, "a"), new Note(2, "b"));
            List<RecordRows<Note>> batch = List.of(
                    new RecordRows<>(List.of(), List.of(new Note(1, "c")), List.of(new FoundRow(1L, List.of()))),
                    new RecordRows<>(List.of(), List.of(new Note(2, null)), List.of(new FoundRow(2L, List.of()))));
            for (int i = 0; i < 2; i++) {
                assertThat(trial.write(batch)).extracting(Refusal::index).containsExactly(1);
                assertThat(trial.update(new Note(2, "d" + i), 2L)).isEmpty();
            }
            assertThat(DatabaseDump.column(trial.url, "SELECT text FROM courses.notes ORDER BY 1"))
                    .containsExactly("c", "d1");
            assertThat(DatabaseDump.value(trial.url, "SELECT count(*) FROM pg_class WHERE relname LIKE 'ferry_up%'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void rows_that_were_prepared_are_sent_as_they_were_then_and_others_as_they_are() throws SQLException {
        try (WriterTrial<Note> trial = notes(WriterChoice.COPY)) {
            trial.write(records(Stream.of(new Note(0, "the table is known from now on"))));
            List<Note> first = List.of(new Note(1, "prepared"), new Note(2, "prepared"));
            List<Note> second = List.of(new Note(3, "prepared"), new Note(4, "prepared"));
            List<Note> third = List.of(new Note(5, "prepared"), new Note(6, "prepared"));
            trial.inOneTransaction(writer -> {
                Stream.of(first, second, third).forEach(notes -> writer.prepare(Note.class, notes));
                // Never done to rows on their way: it shows what is sent.
                Stream.of(first, second, third).flatMap(List::stream).forEach(note -> note.text = "written");
                writer.write(Note.class, records(first.stream()));
                writer.write(Note.class, records(second.stream().skip(1)));
                writer.write(Note.class, records(third.stream()));
            });
            assertThat(DatabaseDump.column(trial.url, "SELECT id || text FROM courses.notes WHERE id > 0 ORDER BY id"))
                    .containsExactly("1prepared", "2prepared", "4written", "5prepared", "6prepared");
        }
    }

    @Test
    void what_the_database_or_hibernate_adds_to_rows_is_not_prepared() throws SQLException {
        try (WriterTrial<Versioned> trial = new WriterTrial<>(WriterChoice.COPY, Versioned.class, "notes", NOTES)) {
            trial.insert(new Versioned(1, "x"));
            Versioned row = new Versioned(2, "x");
            trial.inOneTransaction(writer -> {
                writer.prepare(Versioned.class, List.of(row));
                writer.write(Versioned.class, List.of(new RecordRows<>(List.of(row), List.of(), List.of())));
            });
            assertThat(DatabaseDump.value(trial.url, "SELECT version FROM courses.notes WHERE id = 2"))
                    .isEqualTo("0");
        }
    }

    private static WriterTrial<Note> notes(WriterChoice choice) throws SQLException {
        return new WriterTrial<>(choice, Note.class, "notes", NOTES);
    }

    private static List<RecordRows<Note>> records(Stream<Note> notes) {
        return notes.map(note -> new RecordRows<>(List.of(note), List.of(), List.of()))
                .toList();
    }
}
