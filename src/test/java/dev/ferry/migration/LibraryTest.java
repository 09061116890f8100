package dev.ferry.migration;

import static dev.ferry.migration.Trial.records;
import static dev.ferry.migration.Trial.rows;
import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.ferry.failure.ExitCode;
import dev.ferry.migration.library.LibraryProfile;
import dev.ferry.write.WriterChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A profile with everything that courses lacks: surrogate ids, further unique keys, optional parents, a link table. */
@NullMarked
class LibraryTest {
    private static final String LIBRARY = """
            {
              "contributions": [
                {"book": "1-1", "authors": ["ada@x.org", "bob@x.org"]},
                {"book": "1-2", "authors": ["bob@x.org"]}
              ],
              "publishers": [{"name": "Ant", "city": "Ulm"}, {"name": "Bee"}],
              "authors": [
                {"email": "ada@x.org", "handle": "ada", "uid": "7d444840-9dc0-11d1-b245-5ffdce74fad2",
                 "born": "1815-12-10", "joined_at": "2024-02-29T23:59:59.123456+05:30", "wakes_at": "06:07:08.5",
                 "active": true},
                {"email": "bob@x.org"}
              ],
              "books": [
                {"isbn": "1-1", "shelf_mark": "S1", "title": "One", "publisher": "Ant", "genre": "NOVEL",
                 "price": 12345678.9012, "topics": ["a,b", "\\"q\\"", "{}", ""], "reviews": ["good", "\\u00fc"]},
                {"isbn": "1-2", "title": "Two"}
              ]
            }
            """;

    @TempDir
    private Path folder;

    private Trial library;

    @BeforeEach
    void source() {
        library = new Trial(new LibraryProfile(), folder.resolve("library.json")).document(LIBRARY);
    }

    @Test
    void every_type_arrives_as_it_is_in_the_source() {
        assertThat(rows(library.migrate()))
                .containsExactly("publishers 2/0/0/0", "authors 2/0/0/0", "books 2/0/0/0", "contributions 3/0/0/0");
        assertThat(library.column("SELECT concat_ws('|', email, handle, uid, born, joined_at AT TIME ZONE 'UTC',"
                        + " wakes_at, active) FROM library.authors ORDER BY email"))
                .containsExactly(
                        "ada@x.org|ada|7d444840-9dc0-11d1-b245-5ffdce74fad2|1815-12-10|2024-02-29 18:29:59.123456"
                                + "|06:07:08.5|t",
                        "bob@x.org");
        assertThat(library.column("SELECT concat_ws('|', isbn, shelf_mark, title, p.name, genre, price, topics::text,"
                        + " reviews::text) FROM library.books b LEFT JOIN library.publishers p ON p.id = publisher_id"
                        + " ORDER BY isbn"))
                .containsExactly(
                        "1-1|S1|One|Ant|NOVEL|12345678.9012|{\"a,b\",\"\\\"q\\\"\",\"{}\",\"\"}|[\"good\", \"ü\"]",
                        "1-2|Two");
        assertThat(contributions()).containsExactly("1-1 ada@x.org 1", "1-1 bob@x.org 2", "1-2 bob@x.org 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void a_second_run_changes_nothing_whatever_the_batch_size(int batchSize) {
        library.migrate();
        var before = library.dump();
        MigrationResult skip = library.migrate(options -> options.withBatchSize(batchSize));
        assertThat(rows(skip))
                .containsExactly("publishers 0/0/0/2", "authors 0/0/0/2", "books 0/0/0/2", "contributions 0/0/0/3");
        MigrationResult update =
                library.migrate(options -> options.withBatchSize(batchSize).withOnConflict(OnConflict.UPDATE));
        assertThat(rows(update))
                .containsExactly("publishers 0/0/2/0", "authors 0/0/2/0", "books 0/0/2/0", "contributions 0/0/3/0");
        assertThat(library.dump()).isEqualTo(before);
    }

    @Test
    void an_update_changes_the_rows_that_differ_and_its_rollback_brings_back_every_byte() {
        library.migrate();
        var before = library.dump();
        library.document(LIBRARY.replace("Ulm", "Bonn")
                .replace("{\"isbn\": \"1-2\",", "{\"isbn\": \"1-2\", \"publisher\": \"Bee\", \"price\": 1.50,")
                .replace("\"ada@x.org\", \"bob@x.org\"", "\"bob@x.org\", \"ada@x.org\"")
                .replace("18:15", "18:16")
                .replace("{\"email\": \"bob@x.org\"}", "{\"email\": \"bob@x.org\"}, {\"email\": \"cyd@x.org\"}"));
        MigrationResult result = library.migrate(options -> options.withOnConflict(OnConflict.UPDATE));
        assertThat(rows(result))
                .containsExactly("publishers 0/1/1/0", "authors 1/0/2/0", "books 0/1/1/0", "contributions 0/2/1/0");
        assertThat(contributions()).containsExactly("1-1 ada@x.org 2", "1-1 bob@x.org 1", "1-2 bob@x.org 1");
        assertThat(library.dump()).isNotEqualTo(before);

        library.rollback();
        assertThat(library.dump()).isEqualTo(before);
        library.rollback();
        assertThat(library.dump().values()).allSatisfy(rows -> assertThat(rows).isEmpty());
    }

    @Test
    void a_rehearsal_shows_rows_by_their_natural_keys_and_which_columns_differ() {
        library.migrate();
        var before = library.dump();
        library.document(LIBRARY.replace("\"ada@x.org\", \"bob@x.org\"", "\"bob@x.org\", \"ada@x.org\"")
                .replace("\"authors\": [\"bob@x.org\"]", "\"authors\": [\"ada@x.org\"]"));
        MigrationResult result =
                library.migrate(options -> options.withMode(RunMode.REHEARSE).withOnConflict(OnConflict.UPDATE));
        assertThat(result).isInstanceOfSatisfying(MigrationResult.Rehearsed.class, rehearsed -> {
            Preview links = rehearsed.previews().get(3);
            assertThat(links.inserts()).containsExactly("1-2/ada@x.org");
            assertThat(links.updates())
                    .containsExactly(
                            new Preview.Change("1-1/bob@x.org", List.of("place")),
                            new Preview.Change("1-1/ada@x.org", List.of("place")));
            assertThat(links.differingColumns()).containsOnly(entry("place", 2L));
        });
        assertThat(library.dump()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"VALIDATE", "REHEARSE_OFFLINE"})
    void without_a_database_rows_are_told_apart_by_the_natural_keys_of_their_parents(RunMode mode) {
        assertThat(library.offline(mode).exitCode()).isEqualTo(ExitCode.DONE);
        library.document(
                LIBRARY.replace(
                        "{\"book\": \"1-2\", \"authors\": [\"bob@x.org\"]}",
                        "{\"book\": \"1-2\", \"authors\": [\"bob@x.org\"]}, {\"book\": \"1-1\", \"authors\": [\"bob@x.org\"]}"));
        MigrationResult result = library.offline(mode);
        assertThat(violations(result)).containsExactly("contributions 1-1 unique /contributions/2");
        assertThat(result.summary().report().listed().get(0).value()).isEqualTo("1-1/bob@x.org");
        assertThat(Trial.messages(result).get(0)).contains("library.json:3:");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void of_rows_with_the_same_key_the_first_is_kept_and_the_others_name_its_place(int batchSize) {
        library.document("""
                {"publishers": [{"name": "Ant"}, {"name": "Bee"}, {"name": "Ant", "city": "Rom"}],
                 "authors": [{"email": "a@x.org", "handle": "h"}, {"email": "b@x.org", "handle": "h"}],
                 "books": [{"isbn": "1", "title": "One", "shelf_mark": "S"}, {"isbn": "2", "title": "Two"},
                  {"isbn": "2", "title": "Two"}, {"isbn": "3", "title": "Three", "shelf_mark": "S"}],
                 "contributions": [{"book": "1", "authors": ["a@x.org", "a@x.org"]},
                  {"book": "2", "authors": ["a@x.org"]}, {"book": "2", "authors": ["a@x.org"]}]}
                """);
        MigrationResult result = library.migrate(
                options -> options.withOnRejected(OnRejected.WRITE_THE_REST).withBatchSize(batchSize));
        assertThat(violations(result))
                .containsExactly(
                        "publishers Ant unique /publishers/2/name",
                        "authors b@x.org unique /authors/1/handle",
                        "books 2 unique /books/2/isbn",
                        "books 3 unique /books/3/shelf_mark",
                        "contributions 1 unique /contributions/0",
                        "contributions 2 unique /contributions/2");
        assertThat(Trial.messages(result))
                .extracting(message -> message.replaceFirst(".*library\\.json:", ""))
                .containsExactly("1:17", "2:14", "3:62", "3:12", "5:20", "6:3");
        assertThat(records(result))
                .containsExactly("publishers 3/2/1", "authors 2/1/1", "books 4/2/2", "contributions 3/1/2");
        assertThat(contributions()).containsExactly("2 a@x.org 1");
        assertThat(library.column("SELECT city FROM library.publishers WHERE name = 'Ant'"))
                .containsExactly("null");
    }

    @Test
    void a_record_is_rejected_with_every_parent_that_was_rejected_or_is_nowhere_each_at_its_place() {
        library.document("""
                {"authors": [{"email": "a@x.org", "handle": "h"}, {"email": "b@x.org", "handle": "h"},
                  {"email": "c"}, {"email": "d@x.org", "born": "yesterday"}],
                 "books": [{"isbn": "1", "title": "One", "publisher": "None"}, {"isbn": "2", "title": "Two"}],
                 "contributions": [{"book": "2", "authors": ["a@x.org", "b@x.org", "c", "nobody", "d@x.org"]},
                  {"book": "1", "authors": ["a@x.org"]}, {"book": "2"}, {"authors": ["a@x.org"]}, {"book": "2",
                  "authors": [null]}, {"book": "2", "authors": "a@x.org"}]}
                """);
        MigrationResult result = library.migrate(options -> options.withOnRejected(OnRejected.WRITE_THE_REST));
        assertThat(violations(result))
                .containsExactly(
                        "authors b@x.org unique /authors/1/handle",
                        "authors c Email /authors/2/email",
                        "authors d@x.org type /authors/3/born",
                        "books 1 reference /books/0/publisher",
                        "contributions 2 reference /contributions/0/authors/1",
                        "contributions 2 reference /contributions/0/authors/2",
                        "contributions 2 reference /contributions/0/authors/3",
                        "contributions 2 reference /contributions/0/authors/4",
                        "contributions 1 reference /contributions/1/book",
                        "contributions 2 NotNull /contributions/2/authors",
                        "contributions  NotNull /contributions/3/book",
                        "contributions 2 type /contributions/4/authors/0",
                        "contributions 2 type /contributions/5/authors");
        assertThat(Trial.messages(result).subList(4, 9))
                .containsExactly(
                        "its authors record was rejected",
                        "its authors record was rejected",
                        "names no authors record of the source or the database",
                        "its authors record was rejected",
                        "its books record was rejected");
        assertThat(contributions()).isEmpty();
    }

    @Test
    void a_unique_value_that_another_row_of_the_database_has_is_a_violation_and_its_own_row_is_not() {
        library.migrate();
        library.document("""
                {"publishers": [], "contributions": [],
                 "authors": [{"email": "new@x.org", "handle": "ada"}, {"email": "bob@x.org", "handle": "ada"},
                  {"email": "ada@x.org", "handle": "ada", "active": false}],
                 "books": [{"isbn": "9", "title": "Nine", "shelf_mark": "S1"}]}
                """);
        MigrationResult result = library.migrate(
                options -> options.withOnConflict(OnConflict.UPDATE).withOnRejected(OnRejected.WRITE_THE_REST));
        assertThat(violations(result))
                .containsExactly(
                        "authors new@x.org unique /authors/0/handle",
                        "authors bob@x.org unique /authors/1/handle",
                        "authors ada@x.org unique /authors/2/handle",
                        "books 9 unique /books/0/shelf_mark");
        library.document("{\"authors\": [{\"email\": \"ada@x.org\", \"handle\": \"ada\", \"active\": false}]}");
        assertThat(Trial.count(library.migrate(options -> options.withOnConflict(OnConflict.UPDATE)), "authors")
                        .updated())
                .isEqualTo(1);
    }

    @Test
    void what_is_in_the_database_already_is_a_violation_of_each_table_where_that_is_asked() {
        library.migrate();
        MigrationResult result = library.migrate(options -> options.withOnConflict(OnConflict.FAIL));
        assertThat(result.exitCode()).isEqualTo(ExitCode.CONTENT);
        assertThat(violations(result))
                .hasSize(9)
                .allSatisfy(violation -> assertThat(violation).contains(" conflict "));
    }

    @Test
    void parents_may_be_in_the_database_alone() {
        library.migrate();
        library.document("{\"books\": [{\"isbn\": \"3\", \"title\": \"Three\", \"publisher\": \"Bee\"}],"
                + "\"contributions\": [{\"book\": \"3\", \"authors\": [\"bob@x.org\"]}]}");
        assertThat(library.migrate().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(contributions()).contains("3 bob@x.org 1");
    }

    @Test
    void the_number_of_statements_grows_with_the_batches_and_not_with_the_records() {
        assertThat(statements(library(200))).isEqualTo(statements(library(20)));
    }

    private int statements(String document) {
        Trial trial = new Trial(new LibraryProfile(), folder.resolve("library.json")).document(document);
        StatementCount counted = new StatementCount(trial.database());
        // By one lane whatever a batch's size, since COPY asks each table once for its types.
        UnaryOperator<MigrationOptions> change =
                options -> options.withOnConflict(OnConflict.UPDATE).withWriter(WriterChoice.COPY);
        MigrationResult result = trial.migrate(counted, change, MigrationListener.SILENT);
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        MigrationResult again = trial.migrate(counted, change, MigrationListener.SILENT);
        assertThat(again.exitCode()).isEqualTo(ExitCode.DONE);
        return counted.statements();
    }

    private static String library(int size) {
        return "{\"publishers\":" + list(size, "{\"name\":\"P%1$d\"}") + ",\"authors\":"
                + list(size, "{\"email\":\"a%1$d@x.org\",\"handle\":\"h%1$d\"}") + ",\"books\":"
                + list(size, "{\"isbn\":\"%1$d\",\"title\":\"T\",\"shelf_mark\":\"S%1$d\",\"publisher\":\"P%1$d\"}")
                + ",\"contributions\":"
                + list(size, "{\"book\":\"%1$d\",\"authors\":[\"a%1$d@x.org\",\"a0@x.org\"]}")
                        .replace("\"a0@x.org\",\"a0@x.org\"", "\"a0@x.org\"")
                + "}";
    }

    private static String list(int size, String template) {
        return IntStream.range(0, size).mapToObj(template::formatted).collect(Collectors.joining(",", "[", "]"));
    }

    private List<String> contributions() {
        return library.column("SELECT concat_ws(' ', isbn, email, place) FROM library.contributions"
                + " JOIN library.books b ON b.id = book_id JOIN library.authors a ON a.id = author_id ORDER BY 1");
    }
}
