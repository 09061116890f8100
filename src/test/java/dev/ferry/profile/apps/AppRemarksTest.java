package dev.ferry.profile.apps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.profile.apps.dto.AppRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppRemarksTest {
    private static final String DEVELOPER = "'Developer_Name_En': 'D', ";

    @Test
    void an_app_with_a_developer_and_addresses_as_they_should_be_needs_no_remark() {
        assertThat(remarks(DEVELOPER + "'Developer_Website': 'https://d.org', 'Google_Play_Link': ' https://x.org\\n',"
                        + " 'AppStore_Link': null, 'screenshots': ['https://x.org/1'], 'mainImage': 'https://x.org/m',"
                        + " 'Apps_Avg_Rating': '4,7', 'categories': ['a', 'b'], 'Description_En': ''"))
                .isEmpty();
    }

    @Test
    void an_app_without_a_developer_is_remarked_at_the_field_where_it_has_one() {
        assertThat(remarks("")).containsExactly("no-developer ");
        assertThat(remarks("'Developer_Name_En': 'N/A', ")).containsExactly("no-developer Developer_Name_En");
        assertThat(remarks("'developerName': ' ', ")).containsExactly("no-developer developerName");
    }

    @Test
    void what_a_record_tells_of_a_developer_without_an_english_name_is_remarked_as_not_kept() {
        assertThat(remarks("'Developer_Name_Ar': 'د', 'Developer_Website': 'https://d.org', 'Developer_Logo': ''"))
                .containsExactly(
                        "no-developer ",
                        "no-developer Developer_Name_Ar",
                        "no-developer Developer_Website",
                        "placeholder Developer_Logo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mainImage",
                "mainImage_en",
                "mainImage_ar",
                "applicationIcon",
                "Developer_Logo",
                "Developer_Website",
                "Google_Play_Link",
                "AppStore_Link",
                "App_Gallery_Link",
                "googlePlayLink",
                "appStoreLink",
                "huaweiAppGalleryLink"
            })
    void a_placeholder_and_an_address_that_is_encoded_are_remarked_once_at_their_field(String field) {
        assertThat(remarks(DEVELOPER + "'" + field + "': 'Not Found'")).containsExactly("placeholder " + field);
        assertThat(remarks(DEVELOPER + "'" + field + "': 'https://x.org/a b'")).containsExactly("encoded " + field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"screenshots", "screenshots_en", "screenshots_ar"})
    void screenshots_are_remarked_one_by_one(String field) {
        assertThat(remarks(DEVELOPER + "'" + field + "': ['https://x.org', '-', 'https://x.org/é']"))
                .containsExactly("placeholder " + field + ".1", "encoded " + field + ".2");
    }

    @Test
    void a_rating_that_was_not_found_is_remarked() {
        assertThat(remarks(DEVELOPER + "'Apps_Avg_Rating': 'Not Found'"))
                .containsExactly("placeholder Apps_Avg_Rating");
        assertThat(remarks(DEVELOPER + "'rating': ''")).containsExactly("placeholder rating");
    }

    @Test
    void the_arabic_name_of_a_developer_may_be_a_placeholder() {
        assertThat(remarks(DEVELOPER + "'Developer_Name_Ar': '-'")).containsExactly("placeholder Developer_Name_Ar");
    }

    @Test
    void a_category_that_is_named_again_is_remarked() {
        assertThat(remarks(DEVELOPER + "'categories': ['audio', 'mushaf', 'Audio', ' audio']"))
                .containsExactly("repeated categories.2", "repeated categories.3");
    }

    @Test
    void fields_of_an_earlier_generation_that_do_not_count_are_remarked() {
        assertThat(remarks(DEVELOPER + "'developerName': 'E', 'name': 'B | ب', 'description': {'en': 'e', 'ar': 'a'},"
                        + " 'Description_En': '', 'mainImage': 'https://x.org/1', 'mainImage_en': 'https://x.org/2',"
                        + " 'screenshots': [], 'screenshots_en': [], 'screenshots_ar': [], 'rating': 4,"
                        + " 'Apps_Avg_Rating': 4"))
                .containsExactlyInAnyOrder(
                        "superseded description.en",
                        "superseded rating",
                        "superseded screenshots",
                        "superseded developerName");
    }

    private static List<String> remarks(String members) {
        String json = "{" + members.replace('\'', '"') + (members.isBlank() || members.endsWith(", ") ? "" : ", ")
                + "\"id\": \"a\", \"Name_En\": \"A\"}";
        return AppRemarks.of(Records.of(json, AppRecord.class)).stream()
                .map(remark -> remark.rule() + " " + remark.path())
                .toList();
    }
}
