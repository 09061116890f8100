package dev.ferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that try to become more than text. */
class EscapingTest {
    @Test
    void no_value_becomes_an_element_of_the_page() {
        String html = written("report/hostile.html");
        assertThat(html)
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", "{{profile}}", "\\u202egnp.exe")
                .doesNotContain("<script", "<img", "</details></table>{{", "<b>", "\u202e", "\u0000", "\u001b");
        assertThat(html.split("<details", -1)).hasSameSizeAs(html.split("</details>", -1));
    }

    @Test
    void the_page_needs_nothing_from_elsewhere() {
        assertThat(written("report/hostile.html").replaceAll("(?s)<bdi>.*?</bdi>", ""))
                .doesNotContain("http://", "https://", "src=", "url(", "@import", "<link");
    }

    @Test
    void no_value_becomes_structure_in_markdown() {
        String markdown = written("report/hostile.md");
        assertThat(markdown).doesNotContain("<script", "<img", "<b>", "`", "**d**", "[f]", "@h", "\u202e");
        assertThat(markdown.lines().filter(line -> line.startsWith("| <code>")))
                .hasSize(9)
                .allSatisfy(
                        row -> assertThat(Pattern.compile("\\|").matcher(row).results())
                                .hasSize(6));
    }

    @Test
    void a_place_is_no_emoji_and_an_address_no_link_in_markdown() {
        assertThat(MarkdownText.of("data.json:100:17")).isEqualTo("data.json&#58;100&#58;17");
        assertThat(MarkdownText.code("http://a www.b")).isEqualTo("<code>http&#58;//a www&#46;b</code>");
        assertThat(MarkdownText.of("course_name _x_: y")).isEqualTo("course_name &#95;x&#95;: y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"terminal/migrate-hostile.txt", "report/hostile.txt"})
    void no_value_acts_on_a_terminal(String name) {
        assertThat(written(name)).doesNotContain("\u001b", "\u0000", "\u202e", "\u2066", "\r");
    }

    @Test
    void a_file_name_is_percent_encoded_in_a_uri() {
        assertThat(ArtifactUri.of("bü cher/100% &<x>:1?#.json"))
                .isEqualTo("b%C3%BC%20cher/100%25%20&%3Cx%3E%3A1%3F%23.json");
        assertThat(ArtifactUri.of("./a/../data.json")).isEqualTo("data.json");
        assertThat(ArtifactUri.of("/elsewhere/data.json")).isEqualTo("file:///elsewhere/data.json");
    }

    private static String written(String name) {
        Supplier<String> golden = Objects.requireNonNull(Goldens.all().get(name), name);
        return golden.get();
    }
}
