package dev.ferry.profile.apps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.profile.apps.dto.AppRecord;
import dev.ferry.profile.apps.dto.CategoryIcon;
import dev.ferry.profile.apps.dto.CategoryRecord;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AppConstraintsTest {
    @Test
    void an_app_needs_an_identity_and_an_english_name_and_nothing_else() {
        assertThat(app("'id': 'a', 'Name_En': 'A'")).isEmpty();
        assertThat(app("'id': 'a', 'name': 'A'")).isEmpty();
        assertThat(app("'id': 'a', 'Name_En': '', 'name': 'A | آ'")).isEmpty();
        assertThat(app("'Name_En': 'A'")).containsExactly("NotBlank id");
        assertThat(app("'id': ' ', 'Name_En': 'A'")).containsExactly("NotBlank id");
        assertThat(app("'id': 'a'")).containsExactly("Named Name_En");
        assertThat(app("'id': 'a', 'Name_En': ' \\n', 'Name_Ar': 'آ'")).containsExactly("Named Name_En");
        assertThat(app("'id': 'a', 'name': ' | آ'")).containsExactly("Named name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "'id': 5 ~ type id",
                "'id': 'LONG' ~ Size id",
                "'Name_Ar': 'LONG' ~ Name Name_Ar",
                "'name': 'A | LONG' ~ BilingualSize name",
                "'name': 'LONG | A' ~ BilingualSize name",
                "'Developer_Name_En': 'LONG' ~ Name Developer_Name_En",
                "'Developer_Name_Ar': 'LONG' ~ Name Developer_Name_Ar",
                "'developerName': 'LONG' ~ Name developerName",
                "'Description_En': ['a'] ~ type Description_En",
                "'description': 'text' ~ type description",
                "'description': {'ar': 1} ~ type description.ar",
                "'sort': '1' ~ type sort",
                "'sort': 2147483648 ~ type sort",
                "'status': true ~ type status",
                "'Apps_Avg_Rating': 5.5 ~ Rated Apps_Avg_Rating",
                "'Apps_Avg_Rating': '4.666' ~ Rated Apps_Avg_Rating",
                "'rating': [4] ~ Rated rating",
                "'categories': 'mushaf' ~ type categories",
                "'categories': ['a', ' ', 'b'] ~ Categorical categories.1",
                "'categories': ['a', null] ~ type categories.1",
                "'screenshots': ['https://x.org', 'x'] ~ WebAddress screenshots.1",
                "'screenshots_en': ['x'] ~ WebAddress screenshots_en.0",
                "'screenshots_ar': [1] ~ type screenshots_ar.0",
                "'mainImage': 'x' ~ WebAddress mainImage",
                "'mainImage_ar': 'x' ~ WebAddress mainImage_ar",
                "'mainImage_en': 'x' ~ WebAddress mainImage_en",
                "'applicationIcon': 'x' ~ WebAddress applicationIcon",
                "'Developer_Logo': 'x' ~ WebAddress Developer_Logo",
                "'Developer_Website': 'x.org' ~ WebAddress Developer_Website",
                "'Google_Play_Link': 'x' ~ WebAddress Google_Play_Link",
                "'AppStore_Link': 'ftp://x.org' ~ WebAddress AppStore_Link",
                "'App_Gallery_Link': 'x' ~ WebAddress App_Gallery_Link",
                "'googlePlayLink': 'x' ~ WebAddress googlePlayLink",
                "'appStoreLink': 'x' ~ WebAddress appStoreLink",
                "'huaweiAppGalleryLink': 'x' ~ WebAddress huaweiAppGalleryLink",
            })
    void each_value_that_does_not_fit_is_a_violation_at_its_place(String field, String violation) {
        String rest = (field.startsWith("'id'") ? "" : "'id': 'a', ") + "'Name_En': 'A', ";
        assertThat(app(rest + field.replace("LONG", "x".repeat(256)))).containsExactly(violation);
    }

    @Test
    void names_may_have_as_many_characters_as_their_columns_white_space_folded() {
        assertThat(app("'id': 'a', 'Name_En': '  " + "😀".repeat(200) + "  '")).isEmpty();
        assertThat(app("'id': 'a', 'Name_En': '" + "x".repeat(201) + "'")).containsExactly("Name Name_En");
        assertThat(app("'id': 'a', 'name': '" + "x".repeat(200) + " | " + "y".repeat(200) + "'"))
                .isEmpty();
    }

    @Test
    void null_and_placeholders_are_as_good_as_missing() {
        assertThat(app("'id': 'a', 'Name_En': 'A', 'Apps_Avg_Rating': null, 'categories': null, 'Developer_Logo': '',"
                        + " 'AppStore_Link': 'Not Found', 'screenshots_en': ['-'], 'rating': 'N/A', 'sort': null,"
                        + " 'description': null, 'huaweiAppGalleryLink': null, 'Description_En': ''"))
                .isEmpty();
    }

    @Test
    void a_category_needs_a_name() {
        assertThat(category("'name': 'Mushaf'")).isEmpty();
        assertThat(category("'name': 'Mushaf', 'icon': ''")).isEmpty();
        assertThat(category("'icon': '<svg/>'")).containsExactly("NotNull name");
        assertThat(category("'name': ' '")).containsExactly("Categorical name");
        assertThat(category("'name': 'M', 'icon': {}")).containsExactly("type icon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"<svg/>\"", "\"\\n <svg>\\n</svg>\""})
    void an_icon_of_the_early_generation_is_svg_text(String icon) {
        assertThat(icon("\"Recite\": " + icon)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "{\"icon\": \"<svg/>\"}", "[\"<svg/>\"]", "true", "\"star\""})
    void an_icon_of_another_kind_is_a_violation_of_its_category(String icon) {
        assertThat(icon("\"Recite\": " + icon)).containsExactly("Pattern icon");
    }

    @Test
    void a_category_of_the_early_generation_needs_a_name_too() {
        assertThat(icon("\" \": \"<svg/>\"")).containsExactly("Categorical name");
    }

    private static List<String> app(String members) {
        return Records.violations(json(members), AppRecord.class);
    }

    private static List<String> category(String members) {
        return Records.violations(json(members), CategoryRecord.class);
    }

    private static List<String> icon(String member) {
        return Records.violationsOfMember(member, CategoryIcon.class);
    }

    private static String json(String members) {
        return "{" + members.replace('\'', '"') + "}";
    }
}
