package dev.ferry.migration;

import static dev.ferry.migration.Trial.records;
import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ferry.migration.library.GatheredProfile;
import dev.ferry.validate.Warning;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that reads one section more than once. */
@NullMarked
class GatheredTest {
    @TempDir
    private Path folder;

    @Test
    void what_is_wrong_with_a_record_is_told_and_counted_once() {
        MigrationResult result = new Trial(new GatheredProfile(), folder.resolve("library.json"))
                .document("{\"publishers\": [{\"name\": \"Ant\", \"x\": 1}, {\"city\": \"Ulm\"}]}")
                .offline(RunMode.VALIDATE);
        assertThat(violations(result)).containsExactly("publishers  NotNull /publishers/1/name");
        assertThat(records(result)).containsExactly("publishers 2/1/1");
        assertThat(result.summary().report().warnings())
                .extracting(Warning::rule, Warning::count)
                .containsExactly(tuple("unknown-field", 1L));
    }
}
