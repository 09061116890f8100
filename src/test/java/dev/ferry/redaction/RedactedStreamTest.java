package dev.ferry.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactedStreamTest {
    private static final String SECRET = "kanari\"en\\vogel";
    private final Redactor redactor = new Redactor();
    private final StringBuilder target = new StringBuilder();

    RedactedStreamTest() {
        redactor.secret(SECRET);
        redactor.secret("tiny");
        redactor.secret("123456");
        redactor.secret("status");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11, 1000})
    void a_secret_that_is_written_in_pieces_is_masked_even_where_each_is_flushed(int size) throws IOException {
        String text = "one " + SECRET + " tiny destiny kanari\\\"en%5Cvogel\nkanari";
        try (RedactedText out = redactor.text(target)) {
            for (int i = 0; i < text.length(); i += size) {
                out.append(text, i, Math.min(text.length(), i + size));
                out.flush();
                assertThat(target.toString()).doesNotContain("vogel");
            }
        }
        assertThat(target).hasToString("one *** *** destiny ***\nkanari");
    }

    @Test
    void what_begins_no_secret_is_handed_over_at_once() throws IOException {
        RedactedText out = redactor.text(target);
        out.append("really? [y/N] ").flush();
        assertThat(target).hasToString("really? [y/N] ");
        out.append("kan").flush();
        assertThat(target).hasToString("really? [y/N] ");
        out.append("goo").flush();
        assertThat(target).hasToString("really? [y/N] kangoo");
    }

    @Test
    void a_long_line_is_not_held_as_a_whole() throws IOException {
        RedactedText out = redactor.text(target);
        for (int i = 0; i < 100; i++) {
            out.append("kanari".repeat(1_000));
        }
        assertThat(target.length()).isGreaterThan(500_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11, 1000})
    void json_stays_json_and_only_its_texts_are_masked(int size) throws IOException {
        String json =
                "{\"status\" : \"a kanari\\\"en\\\\vogel\\u0021\", \"n\":123456,\"tiny\":[\"tiny\",\"\",\"\\\"\"]}\n";
        try (RedactedJson out = redactor.json(target)) {
            for (int i = 0; i < json.length(); i += size) {
                out.append(json, i, Math.min(json.length(), i + size));
            }
        }
        assertThat(target).hasToString("{\"status\" : \"a ***!\", \"n\":123456,\"tiny\":[\"***\",\"\",\"\\\"\"]}\n");
    }

    @Test
    void random_texts_come_out_in_pieces_as_they_do_in_one() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 12; j++) {
                text.append(
                        switch (random.nextInt(5)) {
                            case 0 -> SECRET.substring(0, random.nextInt(SECRET.length()));
                            case 1 -> SECRET;
                            case 2 -> "\n";
                            case 3 -> "tiny";
                            default -> " x";
                        });
            }
            target.setLength(0);
            try (RedactedText out = redactor.text(target)) {
                for (int at = 0; at < text.length(); ) {
                    int end = Math.min(text.length(), at + 1 + random.nextInt(6));
                    out.append(text, at, end);
                    out.flush();
                    at = end;
                }
            }
            assertThat(target).as(text.toString()).hasToString(redactor.redact(text.toString()));
        }
    }

    @Test
    void a_text_that_broke_off_is_left_out() throws IOException {
        RedactedJson out = redactor.json(target);
        out.append("{\"a\":\"kanari");
        out.close();
        assertThat(target).hasToString("{\"a\":");
    }
}
