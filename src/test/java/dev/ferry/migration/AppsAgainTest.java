package dev.ferry.migration;

import static dev.ferry.migration.Trial.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.failure.ExitCode;
import dev.ferry.profile.Profiles;
import dev.ferry.write.WriterChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of an app directory that is migrated again: the same state of it, a later one, or rows made by others. */
@NullMarked
class AppsAgainTest {
    private static final String DIRECTORY = """
            {"apps": [
              {"id": "1", "Name_En": "Compass", "Developer_Name_En": "North", "categories": ["tools", "kids"],
               "Apps_Avg_Rating": 4.5, "sort": 1, "Google_Play_Link": "https://play.google.com/1"},
              {"id": "2", "Name_En": "compass!", "Developer_Name_En": "South", "categories": ["tools"], "sort": 2},
              {"id": "3", "Name_En": "بوصلة", "Developer_Name_En": "North", "categories": [], "sort": 3},
              {"id": "4", "Name_En": "Compass 1", "Developer_Name_En": "South", "sort": 4},
              {"id": "5", "Name_En": "Compass", "Developer_Name_En": "South", "sort": 5}
             ],
             "categories": [{"name": "Tools", "icon": "<svg/>"}, {"name": "Kids"}]}
            """;

    @TempDir
    private Path folder;

    private Trial trial;

    @BeforeEach
    void directory() {
        trial = new Trial(Profiles.named("apps"), folder.resolve("directory.json")).document(DIRECTORY);
    }

    @Test
    void a_slug_that_is_taken_gets_the_next_free_number_in_source_order() {
        trial.migrate();
        assertThat(slugs()).containsExactly("1 compass", "2 compass-1", "3 app-3", "4 compass-1-1", "5 compass-2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void the_batch_size_changes_no_row(int batchSize) {
        trial.migrate();
        Trial other = new Trial(Profiles.named("apps"), folder.resolve("directory.json"));
        other.migrate(options -> options.withBatchSize(batchSize));
        for (String table : List.of("developers", "categories", "apps", "app_categories")) {
            String rowsWithoutTimes =
                    "SELECT to_jsonb(t) - 'created_at' - 'updated_at' FROM apps." + table + " t ORDER BY 1";
            assertThat(other.column(rowsWithoutTimes)).isEqualTo(trial.column(rowsWithoutTimes));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SKIP", "UPDATE"})
    void a_second_run_writes_nothing(OnConflict onConflict) {
        trial.migrate();
        var before = trial.dump();
        MigrationResult result = trial.migrate(options -> options.withOnConflict(onConflict));
        assertThat(rows(result)).allMatch(row -> row.matches("\\w+ 0/0/\\d+/\\d+"));
        assertThat(trial.dump()).isEqualTo(before);
    }

    @Test
    void what_editors_and_readers_add_is_no_difference() {
        trial.migrate();
        trial.execute("UPDATE apps.apps SET featured = true, view_count = 7, review_count = 3");
        trial.execute("UPDATE apps.developers SET is_verified = true");
        trial.execute("UPDATE apps.categories SET sort_order = 5, is_active = false");
        var before = trial.dump();
        MigrationResult result = trial.migrate(options -> options.withOnConflict(OnConflict.UPDATE));
        assertThat(rows(result)).allMatch(row -> row.matches("\\w+ 0/0/\\d+/0"));
        assertThat(trial.dump()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void a_later_state_changes_exactly_what_differs_and_every_app_keeps_its_slug(int batchSize) {
        trial.migrate();
        var before = trial.dump();
        trial.document(DIRECTORY
                .replace(
                        "{\"apps\": [",
                        "{\"apps\": [{\"id\": \"0\", \"Name_En\": \"Compass\", \"sort\": 0,"
                                + " \"Developer_Name_En\": \"East\", \"categories\": [\"maps\"]},")
                .replace("4.5", "\"4,6\"")
                .replace("\"Compass 1\"", "\"Sextant\"")
                .replace("[\"tools\"]", "[\"tools\", \"kids\"]")
                .replace(
                        "{\"name\": \"Kids\"}",
                        "{\"name\": \"Kids\", \"icon\": \"<svg></svg>\"}, {\"name\": \"Maps\"}"));
        MigrationResult result = trial.migrate(
                options -> options.withOnConflict(OnConflict.UPDATE).withBatchSize(batchSize));
        assertThat(rows(result))
                .containsExactly("developers 1/0/2/0", "categories 1/1/1/0", "apps 1/2/3/0", "app_categories 2/0/3/0");
        assertThat(slugs())
                .containsExactly("0 compass-3", "1 compass", "2 compass-1", "3 app-3", "4 compass-1-1", "5 compass-2");
        assertThat(trial.column("SELECT concat_ws(' ', source_id, name_en, avg_rating) FROM apps.apps"
                        + " WHERE updated_at > created_at ORDER BY 1"))
                .containsExactly("1 Compass 4.60", "4 Sextant");

        trial.rollback();
        assertThat(trial.dump()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"SKIP", "UPDATE"})
    void an_app_that_is_there_without_its_source_id_is_found_by_its_name_and_a_store_link(OnConflict onConflict) {
        trial.migrate();
        trial.execute("UPDATE apps.apps SET source_id = NULL, slug = 'my-compass' WHERE source_id = '1'");
        MigrationResult result = trial.migrate(options -> options.withOnConflict(onConflict));
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(rows(result))
                .contains(
                        onConflict == OnConflict.SKIP ? "apps 0/0/0/5" : "apps 0/1/4/0",
                        onConflict == OnConflict.SKIP ? "app_categories 0/0/0/3" : "app_categories 0/0/3/0");
        assertThat(trial.column("SELECT coalesce(source_id, 'none') FROM apps.apps WHERE slug = 'my-compass'"))
                .containsExactly(onConflict == OnConflict.SKIP ? "none" : "1");
    }

    @Test
    void an_app_that_got_another_source_id_is_found_by_its_name_and_a_store_link() {
        trial.migrate();
        trial.document(DIRECTORY.replace("\"id\": \"1\"", "\"id\": \"1_Compass\""));
        MigrationResult result = trial.migrate(options -> options.withOnConflict(OnConflict.UPDATE));
        assertThat(rows(result))
                .containsExactly("developers 0/0/2/0", "categories 0/0/2/0", "apps 0/1/4/0", "app_categories 0/0/3/0");
        assertThat(slugs()).contains("1_Compass compass");
    }

    @Test
    void an_app_of_the_same_name_in_no_common_store_is_another_app() {
        trial.migrate();
        trial.document("[{\"id\": \"9\", \"Name_En\": \"Compass\", \"Google_Play_Link\": \"https://play.google.com/9\","
                + " \"Developer_Name_En\": \"North\"}]");
        assertThat(rows(trial.migrate())).contains("apps 1/0/0/0");
        assertThat(slugs()).contains("9 compass-3");
    }

    @Test
    void a_category_that_is_defined_twice_is_told() {
        trial.document("{\"apps\": [], \"categories\": [{\"name\": \"Kids\", \"icon\": \"<a/>\"},"
                + " {\"name\": \"kids\", \"icon\": \"<b/>\"}]}");
        MigrationResult result = trial.migrate();
        assertThat(result.summary().report().warnings())
                .extracting(warning -> warning.rule() + " " + warning.position().pointer())
                .containsExactly("defined-twice /categories/1");
        assertThat(trial.column("SELECT icon FROM apps.categories")).containsExactly("<a/>");
    }

    @Test
    void a_category_that_is_only_named_is_left_as_it_is_even_where_an_update_is_asked() {
        trial.migrate();
        trial.execute("UPDATE apps.categories SET name_en = 'TOOLS' WHERE slug = 'tools'");
        trial.document("[{\"id\": \"1\", \"Name_En\": \"Compass\", \"Developer_Name_En\": \"North\","
                + " \"categories\": [\"tools\", \"kids\", \"maps\"]}]");
        MigrationResult result = trial.migrate(options -> options.withOnConflict(OnConflict.UPDATE));
        assertThat(rows(result)).contains("categories 1/0/0/2");
        assertThat(trial.column("SELECT concat_ws(' ', name_en, icon) FROM apps.categories ORDER BY slug"))
                .containsExactly("Kids", "Maps", "TOOLS <svg/>");
    }

    @Test
    void the_number_of_statements_grows_with_the_batches_and_not_with_the_records() {
        assertThat(statements(directory(40))).isEqualTo(statements(directory(10)));
    }

    private int statements(String document) {
        Trial own = new Trial(Profiles.named("apps"), folder.resolve("directory.json")).document(document);
        StatementCount counted = new StatementCount(own.database());
        for (int run = 0; run < 2; run++) {
            MigrationResult result = own.migrate(
                    counted,
                    // The lanes differ in their statements, and their choice depends on the number of rows.
                    options -> options.withOnConflict(OnConflict.UPDATE)
                            .withBatchSize(1000)
                            .withWriter(WriterChoice.JDBC),
                    MigrationListener.SILENT);
            assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        }
        return counted.statements();
    }

    private static String directory(int size) {
        return IntStream.range(0, size)
                .mapToObj(
                        ("{\"id\": \"%1$d\", \"Name_En\": \"App %1$d\", \"Developer_Name_En\": \"D%1$d\","
                                        + " \"categories\": [\"c%1$d\", \"all\"], \"AppStore_Link\": \"https://x.org/%1$d\"}")
                                ::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private List<String> slugs() {
        return trial.column("SELECT source_id || ' ' || slug FROM apps.apps ORDER BY 1");
    }
}
