package dev.ferry.migration;

import static dev.ferry.migration.Trial.rows;
import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.migration.library.LibraryProfile;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values of the source that another row of the database has. */
@NullMarked
class ClashTest {
    @TempDir
    private Path folder;

    @Test
    void a_row_that_is_left_as_it_is_cannot_clash() {
        Trial library = new Trial(new LibraryProfile(), folder.resolve("library.json"));
        library.document("{\"authors\": [{\"email\": \"ada@x.org\", \"handle\": \"ada\"}, {\"email\": \"bob@x.org\"}]}")
                .migrate();
        library.document("{\"authors\": [{\"email\": \"bob@x.org\", \"handle\": \"ada\"}]}");
        assertThat(rows(library.migrate())).contains("authors 0/0/0/1");
        assertThat(violations(library.migrate(options -> options.withOnConflict(OnConflict.UPDATE))))
                .containsExactly("authors bob@x.org unique /authors/0/handle");
    }
}
