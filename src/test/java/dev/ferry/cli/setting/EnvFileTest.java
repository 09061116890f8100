package dev.ferry.cli.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A=b | b",
                "export A=b | b",
                "  A = b c   | b c",
                "A=b # comment | b",
                "A=b#c | b#c",
                "A= | ``",
                "A= # comment | ``",
                "A='b # c' # comment | b # c",
                "A='b\\n$HOME' | b\\n$HOME",
                "A=\"b # c\" | b # c",
                "A=\"x\\ty\\\\z\\\"\\$\" | `x\ty\\z\"$`",
                "A=$HOME/${B} | $HOME/${B}",
                "A=postgresql://u:p=w@h/d?sslmode=require | postgresql://u:p=w@h/d?sslmode=require",
                "A=\"\" | ``",
            })
    void a_line_gives_its_value(String line, String value) throws IOException {
        assertThat(read(line)).singleElement().extracting(Entry::value).isEqualTo(value);
    }

    @Test
    void comments_empty_lines_a_byte_order_mark_and_windows_line_ends_are_accepted() throws IOException {
        assertThat(read("\uFEFFA=1\r\n\r\n  # comment\r\nB=2\r\n"))
                .extracting(Entry::key, Entry::value, Entry::place)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("A", "1", "A in .env:1"),
                        org.assertj.core.groups.Tuple.tuple("B", "2", "B in .env:4"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "canary | is not NAME=VALUE",
                "1A=canary | is not NAME=VALUE",
                "A B=canary | is not NAME=VALUE",
                "A='canary | has a single quote that does not close, or text behind it",
                "A='canary' more | has a single quote that does not close, or text behind it",
                "A=\"canary | has a double quote that does not close, or text behind it",
                "A=\"canary\\x\" | has an escape other than \\n \\r \\t \\\" \\\\ \\$",
            })
    void a_malformed_line_is_refused_with_its_number_and_without_its_text(String line, String problem) {
        assertThatThrownBy(() -> read("# first\n" + line))
                .isInstanceOf(UsageException.class)
                .hasMessage(".env:2: the line " + problem);
    }

    @Test
    void text_in_another_encoding_is_refused() throws IOException {
        Path file = Files.write(folder.resolve(".env"), "A=é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> EnvFile.read(file, ".env"))
                .isInstanceOf(UsageException.class)
                .hasMessage(".env is not UTF-8 text");
    }

    private java.util.List<Entry> read(String text) throws IOException {
        return EnvFile.read(Files.writeString(folder.resolve(".env"), text), ".env");
    }
}
