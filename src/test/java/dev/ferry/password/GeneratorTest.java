package dev.ferry.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private final List<String> passwords =
            Stream.generate(new Generator()::next).limit(5_000).toList();

    @Test
    void every_password_has_twelve_characters_of_all_four_classes() {
        assertThat(passwords)
                .allSatisfy(password -> assertThat(password)
                        .hasSize(12)
                        .containsPattern("[A-Z]")
                        .containsPattern("[a-z]")
                        .containsPattern("[0-9]")
                        .containsPattern("[^A-Za-z0-9]"));
    }

    @Test
    void no_character_looks_like_another_or_means_something_to_a_shell_or_a_table() {
        assertThat(passwords)
                .allSatisfy(password -> assertThat(password)
                        .doesNotContainPattern("[0Oo1lI]")
                        .matches("[A-Za-z0-9][-A-Za-z0-9_.:+=@]{11}"));
    }

    @Test
    void all_differ_and_every_character_comes_up() {
        assertThat(passwords).doesNotHaveDuplicates();
        assertThat(String.join("", passwords).chars().distinct().count())
                .isEqualTo(String.join("", Generator.CLASSES).length());
    }
}
