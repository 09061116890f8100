package dev.ferry.migration;

import static dev.ferry.migration.Trial.rows;
import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.failure.ExitCode;
import dev.ferry.profile.Profiles;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app directory becomes, whatever its generation and form. */
@NullMarked
class AppsTest {
    @TempDir
    private Path folder;

    private Trial trial;

    @BeforeEach
    void trial() {
        trial = new Trial(Profiles.named("apps"), folder.resolve("directory.json"));
    }

    @Test
    void an_app_of_the_current_generation_fills_every_column_that_has_a_field() {
        trial.document("""
                {"apps": [{"id": "1_A", "Name_Ar": " آ ", "Name_En": " The  A ", "Short_Description_Ar": "قصير",
                  "Short_Description_En": "short", "Description_Ar": "", "Description_En": " as\\nit is ", "status": "Done",
                  "sort": 3, "Apps_Avg_Rating": 4.65, "categories": ["tools"],
                  "screenshots_ar": ["https://x.org/ar"], "screenshots_en": ["https://x.org/1", "https://x.org/2"],
                  "mainImage_ar": "https://x.org/ma", "mainImage_en": "https://x.org/me",
                  "applicationIcon": "https://x.org/icon", "Developer_Logo": "https://x.org/logo",
                  "Developer_Name_En": "Dev", "Developer_Name_Ar": "مطور", "Developer_Website": "https://d.org",
                  "Google_Play_Link": "https://play.google.com/a", "AppStore_Link": "https://apps.apple.com/a\\n",
                  "App_Gallery_Link": "https://appgallery.huawei.com/#/a"}],
                 "categories": [{"name": "Tools", "icon": "<svg>\\n</svg>"}]}
                """);
        MigrationResult result = trial.migrate();
        assertThat(rows(result))
                .containsExactly("developers 1/0/0/0", "categories 1/0/0/0", "apps 1/0/0/0", "app_categories 1/0/0/0");
        assertThat(result.summary().report().warnings()).isEmpty();
        assertThat(apps("source_id, name_en, name_ar, slug, short_description_en, short_description_ar, description_en,"
                        + " description_ar, status, sort_order, avg_rating, platform"))
                .containsExactly("1_A|The A|آ|the-a|short|قصير| as\nit is ||published|3|4.65|cross_platform");
        assertThat(apps("application_icon, main_image_en, main_image_ar, google_play_link, app_store_link,"
                        + " app_gallery_link, screenshots_en, screenshots_ar"))
                .containsExactly("https://x.org/icon|https://x.org/me|https://x.org/ma|https://play.google.com/a"
                        + "|https://apps.apple.com/a|https://appgallery.huawei.com/#/a"
                        + "|[\"https://x.org/1\", \"https://x.org/2\"]|[\"https://x.org/ar\"]");
        assertThat(developers()).containsExactly("Dev|مطور|https://d.org|https://x.org/logo|f");
        assertThat(categories()).containsExactly("Tools|أدوات|tools|<svg>\n</svg>|0|t");
        assertThat(links()).containsExactly("1_A tools");
    }

    @Test
    void an_app_of_the_middle_generation_has_the_same_images_in_both_languages() {
        trial.document("""
                {"meta": {"version": 2}, "apps": [{"id": "1", "Name_Ar": "آ", "Name_En": "A", "Developer_Name_En": "D",
                  "screenshots": ["https://x.org/1"], "mainImage": "https://x.org/m", "Apps_Avg_Rating": "4,5"}]}
                """);
        assertThat(trial.migrate().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(apps("main_image_en, main_image_ar, screenshots_en, screenshots_ar, avg_rating, sort_order, status"))
                .containsExactly(
                        "https://x.org/m|https://x.org/m|[\"https://x.org/1\"]|[\"https://x.org/1\"]|4.50|0|draft");
    }

    @Test
    void an_app_of_the_early_generation_is_read_by_its_own_names() {
        trial.document("""
                {"apps": [{"id": "a", "name": "Alpha | ألفا", "description": {"en": "E", "ar": "ع"}, "status": "Done",
                   "link": "https://a.org", "rating": 4.6, "categories": ["Recite"], "screenshots": ["https://x.org/1"],
                   "mainImage": "https://x.org/m", "applicationIcon": "https://x.org/i", "developerName": "Dev",
                   "appStoreLink": "https://apps.apple.com/a", "googlePlayLink": null, "huaweiAppGalleryLink": null,
                   "websiteLink": "https://a.org"},
                  {"id": "b", "name": "Beta", "description": {"en": "E"}, "categories": ["recite", "Listen"]}],
                 "categories": {"Recite": "<svg/>\\n", "Kids": "<svg></svg>"}}
                """);
        MigrationResult result = trial.migrate();
        assertThat(violations(result)).isEmpty();
        assertThat(warnings(result))
                .containsExactlyInAnyOrder(
                        "undefined-category /apps/1/categories/1 1",
                        "no-column /apps/0/link 1",
                        "no-column /apps/0/websiteLink 1",
                        "no-developer /apps/1 1");
        assertThat(apps("source_id, name_en, name_ar, description_en, description_ar, platform, avg_rating"))
                .containsExactly("a|Alpha|ألفا|E|ع|ios|4.60", "b|Beta|E|web");
        assertThat(trial.column("SELECT source_id FROM apps.apps WHERE developer_id IS NULL"))
                .containsExactly("b");
        assertThat(categories())
                .containsExactly(
                        "Kids|أطفال|kids|<svg></svg>|0|t",
                        "Listen|استماع|listen|0|t",
                        "Recite|تلاوة|recite|<svg/>\n|0|t");
        assertThat(links()).containsExactly("a recite", "b listen", "b recite");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[APP]", "{\"apps\": [APP]}", "{\"meta\": {\"n\": 1}, \"apps\": [APP]}"})
    void a_document_is_an_array_of_apps_or_has_one(String form) {
        trial.document(form.replace("APP", app("1", "")));
        assertThat(trial.migrate().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(apps("source_id")).containsExactly("1");
    }

    @Test
    void a_data_module_is_read_like_a_document() {
        Trial module = new Trial(Profiles.named("apps"), folder.resolve("data.ts"));
        module.document("""
                import type { App } from './types';
                /* apps */ export const applicationsData: App[] = [{id: 'a', "Name_En": `A`, Apps_Avg_Rating: +4.70,},] as App[];
                export const categories = {Recite: `<svg>
                </svg>`};
                """);
        assertThat(module.migrate().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(module.column("SELECT name_en || avg_rating FROM apps.apps")).containsExactly("A4.70");
        assertThat(module.column("SELECT icon FROM apps.categories")).containsExactly("<svg>\n</svg>");
    }

    @Test
    void developers_are_one_by_their_english_name_and_later_apps_fill_gaps() {
        trial.document("[" + app("1", "'Developer_Name_En': ' Cafe\u0301  Nord\\n', 'Developer_Logo': '-'") + ","
                + app(
                        "2",
                        "'Developer_Name_En': 'Café Nord', 'Developer_Logo': 'https://x.org/2',"
                                + " 'Developer_Name_Ar': 'ش'")
                + ","
                + app(
                        "3",
                        "'Developer_Name_En': 'Café Nord', 'Developer_Logo': 'https://x.org/3',"
                                + " 'Developer_Website': 'https://d.org'")
                + "," + app("4", "'Developer_Name_En': 'café nord'") + "," + app("5", "'Developer_Name_En': 'N/A'")
                + "]");
        assertThat(rows(trial.migrate())).contains("developers 2/0/0/0");
        assertThat(developers())
                .containsExactlyInAnyOrder("Café Nord|ش|https://d.org|https://x.org/2|f", "café nord|f");
        assertThat(trial.column("SELECT concat_ws(' ', source_id, d.name_en) FROM apps.apps LEFT JOIN apps.developers d"
                        + " ON d.id = developer_id ORDER BY source_id"))
                .containsExactly("1 Café Nord", "2 Café Nord", "3 Café Nord", "4 café nord", "5");
    }

    @Test
    void categories_are_one_by_their_slug_and_never_by_guess() {
        trial.document("{\"apps\": [" + app("1", "'categories': ['MUSHAF', 'translations', 'word  by word']") + ","
                + app("2", "'categories': ['Translation', 'mushaf', 'مصحف', 'Mushaf']")
                + "], \"categories\": [{\"name\": \"Mushaf\"}, {\"name\": \"mushaf\", \"icon\": \"<svg/>\"}]}");
        MigrationResult result = trial.migrate();
        assertThat(categories())
                .containsExactlyInAnyOrder(
                        "Mushaf|مصحف|mushaf|<svg/>|0|t",
                        "Translations|ترجمات|translations|0|t",
                        "Translation|ترجمة|translation|0|t",
                        "Word by word|word-by-word|0|t",
                        "مصحف|مصحف|0|t");
        assertThat(links())
                .containsExactlyInAnyOrder(
                        "1 mushaf", "1 translations", "1 word-by-word", "2 mushaf", "2 translation", "2 مصحف");
        assertThat(warnings(result))
                .contains("undefined-category /apps/0/categories/1 4", "repeated /apps/1/categories/3 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | web",
                "'Google_Play_Link': 'https://x.org' | android",
                "'App_Gallery_Link': 'https://x.org' | android",
                "'AppStore_Link': 'https://x.org' | ios",
                "'AppStore_Link': 'https://x.org', 'App_Gallery_Link': 'https://x.org' | cross_platform",
                "'AppStore_Link': ' ', 'googlePlayLink': 'Not Found' | web"
            })
    void the_platform_follows_from_the_stores_that_have_the_app(String members, String platform) {
        trial.document("[" + app("1", members) + "]");
        trial.migrate();
        assertThat(apps("platform")).containsExactly(platform);
    }

    @Test
    void placeholders_become_null_and_addresses_are_encoded_each_with_a_warning() {
        trial.document("["
                + app(
                        "1",
                        "'Google_Play_Link': '', 'AppStore_Link': 'N/A', 'App_Gallery_Link': 'https://x.org/Not Found',"
                                + " 'mainImage': '-', 'applicationIcon': 'https://x.org/a b&c/100%',"
                                + " 'Apps_Avg_Rating': 'Not Found', 'screenshots_en': ['https://x.org/1', 'Not Found'],"
                                + " 'Developer_Name_En': 'D'")
                + "]");
        MigrationResult result = trial.migrate();
        assertThat(violations(result)).isEmpty();
        assertThat(trial.column(
                        "SELECT count(*) FROM apps.apps WHERE google_play_link IS NULL AND app_store_link IS NULL"
                                + " AND app_gallery_link IS NULL AND main_image_en IS NULL AND main_image_ar IS NULL"
                                + " AND avg_rating IS NULL AND screenshots_en = '[\"https://x.org/1\"]'"
                                + " AND application_icon = 'https://x.org/a%20b&c/100%'"))
                .containsExactly("1");
        assertThat(warnings(result))
                .containsExactlyInAnyOrder(
                        "placeholder /0/Google_Play_Link 1",
                        "placeholder /0/AppStore_Link 1",
                        "placeholder /0/App_Gallery_Link 1",
                        "placeholder /0/mainImage 1",
                        "placeholder /0/screenshots_en/1 1",
                        "placeholder /0/Apps_Avg_Rating 1",
                        "encoded /0/applicationIcon 1");
    }

    @Test
    void what_the_checks_would_reject_does_not_stop_a_run_that_leaves_them_out() {
        trial.document("[" + app("1", "'Apps_Avg_Rating': 'good', 'mainImage': ' x ', 'screenshots': ['y']") + "]");
        assertThat(trial.migrate().exitCode()).isEqualTo(ExitCode.CONTENT);
        MigrationResult result = trial.migrate(options -> options.withChecks(Checks.SKIP_VALIDATION));
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(apps("avg_rating, main_image_en, screenshots_en")).containsExactly("x|[\"y\"]");
    }

    @Test
    void a_rejected_app_takes_its_developer_and_its_categories_with_it_and_is_told_once() {
        trial.document("[" + app("1", "'sort': 'x', 'Developer_Name_En': 'Alone', 'categories': ['a', 'b']") + ","
                + app("2", "'Developer_Name_En': 'Other', 'categories': ['b']") + "]");
        MigrationResult result = trial.migrate(options -> options.withOnRejected(OnRejected.WRITE_THE_REST));
        assertThat(violations(result)).containsExactly("apps 1 type /0/sort");
        assertThat(developers()).containsExactly("Other|f");
        assertThat(links()).containsExactly("2 b");
    }

    private static String app(String id, String members) {
        String more = members.isEmpty() ? "" : ", " + members;
        return ("{'id': '" + id + "', 'Name_En': 'App " + id + "'" + more + "}").replace('\'', '"');
    }

    private List<String> apps(String columns) {
        return trial.column("SELECT concat_ws('|', " + columns + ") FROM apps.apps ORDER BY source_id");
    }

    private List<String> developers() {
        return trial.column("SELECT concat_ws('|', name_en, name_ar, website, logo_url, is_verified)"
                + " FROM apps.developers ORDER BY 1");
    }

    private List<String> categories() {
        return trial.column("SELECT concat_ws('|', name_en, name_ar, slug, icon, sort_order, is_active)"
                + " FROM apps.categories ORDER BY slug");
    }

    private List<String> links() {
        return trial.column(
                "SELECT source_id || ' ' || c.slug FROM apps.app_categories JOIN apps.apps a ON a.id = app_id"
                        + " JOIN apps.categories c ON c.id = category_id ORDER BY 1");
    }

    private static List<String> warnings(MigrationResult result) {
        return result.summary().report().warnings().stream()
                .map(warning -> warning.rule() + " " + warning.position().pointer() + " " + warning.count())
                .toList();
    }
}
