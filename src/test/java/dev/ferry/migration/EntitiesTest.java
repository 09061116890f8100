package dev.ferry.migration;

import static dev.ferry.migration.Trial.rows;
import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
import dev.ferry.migration.library.LibraryProfile;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of a profile's tables. */
@NullMarked
class EntitiesTest {
    @TempDir
    private Path folder;

    private Trial library;

    @BeforeEach
    void source() {
        library = new Trial(new LibraryProfile(), folder.resolve("library.json")).document("""
                {"publishers": [{"name": "Ant"}],
                 "authors": [{"email": "ada@x.org"}, {"email": "no address"}],
                 "books": [{"isbn": "1", "title": "One", "publisher": "Ant"}, {"isbn": "2", "title": "Two"}]}
                """);
    }

    @Test
    void only_the_tables_that_were_chosen_are_read_and_filled() {
        MigrationResult result = migrate("publishers", "books");
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(rows(result)).containsExactly("publishers 1/0/0/0", "books 2/0/0/0");
        assertThat(library.value("SELECT count(*) FROM library.authors")).isEqualTo("0");
    }

    @Test
    void parents_that_were_not_chosen_must_be_in_the_database() {
        MigrationResult result = migrate("books");
        assertThat(result.exitCode()).isEqualTo(ExitCode.CONTENT);
        assertThat(violations(result)).containsExactly("books 1 reference /books/0/publisher");
        assertThat(Trial.messages(result))
                .containsExactly("names no publishers record of the database, and publishers is not among the entities"
                        + " that were chosen");
        assertThat(library.value("SELECT count(*) FROM library.books")).isEqualTo("0");

        migrate("publishers");
        assertThat(rows(migrate("books"))).containsExactly("books 2/0/0/0");
        assertThat(library.value("SELECT name FROM library.books b JOIN library.publishers p ON p.id = publisher_id"))
                .isEqualTo("Ant");
    }

    @Test
    void an_entity_that_the_profile_does_not_have_is_a_usage_error_that_names_those_it_has() {
        assertThatThrownBy(() -> migrate("book")).isInstanceOfSatisfying(UsageException.class, e -> {
            assertThat(e).hasMessage("profile library has no entity 'book'");
            assertThat(e.advice()).contains("choose of: publishers, authors, books, contributions");
        });
    }

    private MigrationResult migrate(String... entities) {
        return library.migrate(options -> options.withEntities(Set.of(entities)));
    }
}
