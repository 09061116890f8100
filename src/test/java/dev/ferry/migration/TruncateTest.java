package dev.ferry.migration;

import static dev.ferry.migration.Trial.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.EntityCount;
import dev.ferry.migration.library.LibraryProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that are emptied before they are filled. */
@NullMarked
class TruncateTest {
    @TempDir
    private Path folder;

    private Trial library;

    @BeforeEach
    void filled() {
        library = new Trial(new LibraryProfile(), folder.resolve("library.json")).document("""
                {"publishers": [{"name": "Ant", "city": "Ulm"}],
                 "authors": [{"email": "ada@x.org"}, {"email": "bob@x.org"}],
                 "books": [{"isbn": "1", "title": "One", "publisher": "Ant"}, {"isbn": "2", "title": "Two"}],
                 "contributions": [{"book": "1", "authors": ["ada@x.org", "bob@x.org"]}]}
                """);
        library.migrate();
        library.execute("INSERT INTO library.publishers (id, name) VALUES (900, 'by hand')");
        library.document("""
                {"publishers": [{"name": "Ant", "city": "Rom"}],
                 "authors": [{"email": "ada@x.org"}],
                 "books": [{"isbn": "1", "title": "Uno", "publisher": "Ant"}],
                 "contributions": [{"book": "1", "authors": ["ada@x.org"]}]}
                """);
    }

    @Test
    void what_was_there_goes_and_comes_back_to_the_byte_with_a_rollback() {
        Map<String, List<String>> before = library.dump();
        MigrationResult result = truncate(options -> options);
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(rows(result))
                .containsExactly("publishers 1/0/0/0", "authors 1/0/0/0", "books 1/0/0/0", "contributions 1/0/0/0");
        assertThat(result.summary().entities()).extracting(EntityCount::deleted).containsExactly(2L, 2L, 2L, 2L);
        assertThat(library.column("SELECT title FROM library.books")).containsExactly("Uno");

        library.rollback();
        assertThat(library.dump()).isEqualTo(before);
    }

    @Test
    void a_run_that_fails_leaves_what_was_there() {
        Map<String, List<String>> before = library.dump();
        library.document("{\"publishers\": [{\"name\": \"Ant\"}, {\"name\": 1}]}");
        assertThat(truncate(options -> options).exitCode()).isEqualTo(ExitCode.CONTENT);
        assertThat(library.dump()).isEqualTo(before);
    }

    @Test
    void a_rehearsal_counts_what_would_go_and_leaves_it() {
        Map<String, List<String>> before = library.dump();
        MigrationResult result = truncate(options -> options.withMode(RunMode.REHEARSE));
        assertThat(Trial.count(result, "publishers").deleted()).isEqualTo(2);
        assertThat(library.dump()).isEqualTo(before);
    }

    @Test
    void tables_of_others_that_point_in_refuse_it_even_without_rows() {
        Map<String, List<String>> before = library.dump();
        library.execute("CREATE TABLE public.loans (id int, book bigint CONSTRAINT loan_of REFERENCES library.books)");
        assertThatThrownBy(() -> truncate(options -> options))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("public.loans points at library.books (loan_of)");
        assertThat(library.dump()).isEqualTo(before);
    }

    @Test
    void of_chosen_entities_only_their_tables_are_emptied_where_no_other_points_in() {
        assertThatThrownBy(() -> truncate(options -> options.withEntities(Set.of("books"))))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("library.contributions points at library.books");
        MigrationResult result = truncate(options -> options.withEntities(Set.of("books", "contributions")));
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(library.value("SELECT count(*) FROM library.publishers")).isEqualTo("2");
        assertThat(library.value("SELECT count(*) FROM library.contributions")).isEqualTo("1");
    }

    private MigrationResult truncate(UnaryOperator<MigrationOptions> change) {
        return library.migrate(options -> change.apply(options.withExistingRows(ExistingRows.TRUNCATED)));
    }
}
