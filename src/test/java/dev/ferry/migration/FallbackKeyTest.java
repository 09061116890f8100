package dev.ferry.migration;

import static dev.ferry.migration.Trial.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.failure.ExitCode;
import dev.ferry.profile.Profiles;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows and values that are there, and that are not meant. */
@NullMarked
class FallbackKeyTest {
    @TempDir
    private Path folder;

    private Trial trial;

    @BeforeEach
    void one() {
        trial = new Trial(Profiles.named("apps"), folder.resolve("apps.json"));
        trial.document("[" + app("1") + "]").migrate();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void a_row_whose_own_record_is_in_the_source_stands_for_no_other(int batchSize) {
        MigrationResult result = update("[" + app("2") + ", " + app("1") + "]", batchSize);
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(rows(result)).contains("apps 1/0/1/0");
        assertThat(ids()).containsExactly("1 compass", "2 compass-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void a_row_stands_for_the_first_record_that_finds_it_only(int batchSize) {
        MigrationResult result = update("[" + app("2") + ", " + app("3") + "]", batchSize);
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(rows(result)).contains("apps 1/1/0/0");
        assertThat(ids()).containsExactly("2 compass", "3 compass-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void of_two_rows_that_a_fallback_key_finds_neither_is_meant(int batchSize) {
        trial.execute("UPDATE apps.apps SET source_id = NULL");
        trial.execute("INSERT INTO apps.apps SELECT (jsonb_populate_record(a, '{\"id\": 900, \"slug\": \"other\"}')).*"
                + " FROM apps.apps a");
        MigrationResult result = update("[" + app("2") + "]", batchSize);
        assertThat(rows(result)).contains("apps 1/0/0/0");
        assertThat(trial.column("SELECT slug FROM apps.apps ORDER BY 1"))
                .containsExactly("compass", "compass-1", "other");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void a_record_that_is_rejected_takes_no_slug(int batchSize) {
        Trial empty = new Trial(Profiles.named("apps"), folder.resolve("apps.json"));
        empty.document("[" + app("1").replace("}", ", \"sort\": \"x\"}") + ", " + app("2") + ", " + app("2") + "]")
                .migrate(options ->
                        options.withOnRejected(OnRejected.WRITE_THE_REST).withBatchSize(batchSize));
        assertThat(empty.column("SELECT source_id || ' ' || slug FROM apps.apps"))
                .containsExactly("2 compass");
    }

    private MigrationResult update(String document, int batchSize) {
        return trial.document(document)
                .migrate(options -> options.withOnConflict(OnConflict.UPDATE).withBatchSize(batchSize));
    }

    private List<String> ids() {
        return trial.column("SELECT source_id || ' ' || slug FROM apps.apps ORDER BY 1");
    }

    private static String app(String id) {
        return "{\"id\": \"" + id + "\", \"Name_En\": \"Compass\", \"Developer_Name_En\": \"North\","
                + " \"Google_Play_Link\": \"https://play.google.com/1\"}";
    }
}
