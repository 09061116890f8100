package dev.ferry.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://me:canary@h:5432/d | postgresql://me:***@h:5432/d",
                "postgres://me:can@ry@h/d | postgres://me:***@h/d",
                "postgresql://me:c/a#n?a%20ry@h/d | postgresql://me:***@h/d",
                "jdbc:postgresql://h/d?user=me&password=canary&ssl=true | jdbc:postgresql://h/d?user=me&password=***&ssl=true",
                "jdbc:postgresql://h/d?sslpassword=canary | jdbc:postgresql://h/d?sslpassword=***",
                "--url=postgresql://:canary@h/d failed | --url=postgresql://:***@h/d failed",
                "postgresql:/me:canary@h/d | postgresql:/me:***@h/d",
                "postgresql:me:canary@h/d | postgresql:me:***@h/d",
                "postgresql://me@h/d | postgresql://me@h/d",
            })
    void a_password_in_a_url_is_masked_although_nobody_told_of_it(String text, String masked) {
        assertThat(new Redactor().redact(text)).isEqualTo(masked);
    }

    @Test
    void a_known_secret_is_masked_wherever_it_appears_encoded_or_not() {
        Redactor redactor = new Redactor()
                .learn(
                        Map.of("PGPASSWORD", "canary-1", "DATABASE_URL", "postgresql://me:can%40ry-2@h/d"),
                        List.of("--url", "jdbc:postgresql://h/d?password=canary-3"));
        assertThat(redactor.redact("xcanary-1x can@ry-2 can%40ry-2 canary-3")).isEqualTo("x***x *** *** ***");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Percent-encoded, as a whole or in part, in any case, twice.
                "k%C3%A4fig%2Fvogel%20%22%3C%27%5C",
                "k%c3%a4fig/vogel+\"<'\\",
                "k%25C3%25A4fig%252Fvogel%2520%2522%253C%2527%255C",
                // JSON.
                "k\\u00e4fig\\/vogel \\\"<'\\\\",
                "k\\u00E4fig/vogel \\u0022\\u003c\\u0027\\u005c",
                // HTML.
                "k&#228;fig&#x2F;vogel &quot;&lt;&#39;\\",
                "käfig/vogel &#34;&amp;lt;&apos;&#92;",
                // A shell, SQL.
                "käfig/vogel \"<'\\''\\",
                "käfig/vogel \"<'\"'\"'\\",
                "käfig/vogel \"<''\\",
                // Markdown.
                "käfig\\/vogel \\\"\\<\\'\\\\",
            })
    void a_secret_is_masked_in_every_encoding(String encoded) {
        Redactor redactor = new Redactor();
        redactor.secret("käfig/vogel \"<'\\");
        assertThat(redactor.redact("x" + encoded + "x")).isEqualTo("x***x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc", "user:", "user1:", "ü"})
    void a_secret_is_masked_in_base64_whatever_stands_before_and_behind_it(String before) {
        Redactor redactor = new Redactor();
        redactor.secret("kanari?>vogel");
        for (String behind : List.of("", "@", "xy", "xyz")) {
            byte[] bytes = (before + "kanari?>vogel" + behind).getBytes(StandardCharsets.UTF_8);
            for (Base64.Encoder encoder : List.of(
                    Base64.getEncoder(),
                    Base64.getUrlEncoder(),
                    Base64.getEncoder().withoutPadding())) {
                String encoded = encoder.encodeToString(bytes);
                String masked = redactor.redact("token " + encoded + " end");
                assertThat(masked).startsWith("token ").contains("***").endsWith(" end");
                // What is left are the characters that hold bits of the neighbours, one of them of the secret's first
                // or last.
                assertThat(masked.length() - "token *** end".length())
                        .isLessThanOrEqualTo((before.length() + behind.length()) * 4 + 8);
            }
        }
    }

    @Test
    void headers_with_credentials_are_masked_although_nobody_told_of_them() {
        assertThat(new Redactor().redact("Authorization: Basic a2FuYXJpOnZvZ2Vs, and more"))
                .isEqualTo("Authorization: Basic ***, and more");
    }

    @Test
    void a_short_secret_is_masked_as_a_word_and_a_very_short_one_in_its_place_alone() {
        Redactor redactor = new Redactor();
        List.of("tiny", "abc", "4711", "471147").forEach(redactor::secret);
        assertThat(redactor.redact("tiny destiny, x=tiny&y %3Dtiny%26 abc 4711 rows, 471147"))
                .isEqualTo("*** destiny, x=***&y %3D***%26 abc 4711 rows, ***");
        assertThat(redactor.redact("postgresql://me:abc@h/d")).isEqualTo("postgresql://me:***@h/d");
    }

    @Test
    void a_public_word_is_no_secret_by_itself() {
        Redactor redactor = new Redactor().learn(Map.of("PGPASSWORD", "courses", "PGUSER", "schema-owner"), List.of());
        assertThat(redactor.redact("migrate -p courses")).isEqualTo("migrate -p ***");
        redactor.publish(List.of("courses"));
        redactor.secret("schema-owner");
        assertThat(redactor.redact("migrate -p courses as schema-owner"))
                .isEqualTo("migrate -p courses as schema-owner");
        assertThat(redactor.redact("jdbc:postgresql://h/courses?password=courses"))
                .isEqualTo("jdbc:postgresql://h/courses?password=***");
    }

    @Test
    void names_of_files_and_kinds_of_hashes_are_no_secrets_but_tokens_and_keys_are() {
        Redactor redactor = new Redactor()
                .learn(
                        Map.of(
                                "FERRY_PASSWORD_HASH", "argon2id",
                                "DB_PASSWORD_FILE", "/run/secrets/db",
                                "SLACK_TOKEN", "xoxb-kanari",
                                "MY_API_KEY", "kanari-key",
                                "PWD", "/home/me/ferry"),
                        List.of());
        assertThat(redactor.redact("argon2id /run/secrets/db xoxb-kanari kanari-key /home/me/ferry"))
                .isEqualTo("argon2id /run/secrets/db *** *** /home/me/ferry");
    }

    @Test
    void of_a_web_hook_only_the_host_is_shown() {
        Redactor redactor = new Redactor();
        String address =
                "https://me:kanari-pw@hooks.example.org/services/T0KANARI1/B0KANARI2/kanarikanari?key=kanari-key";
        redactor.webAddress(address);
        assertThat(redactor.redact(address + " kanarikanari kanari-key T0KANARI1"))
                .startsWith("https://me:***@hooks.example.org/***")
                .doesNotContain("anari", "ANARI");
    }

    @Test
    void what_help_says_of_passwords_stays() {
        String help = "postgresql://user:password@host:port/database";
        assertThat(new Redactor().redact(help)).isEqualTo(help);
    }

    @Test
    void an_address_of_the_web_with_colons_and_at_signs_behind_its_host_stays() {
        String address = "https://example.org:443/@someone, http://example.org/a:b@c";
        assertThat(new Redactor().redact(address)).isEqualTo(address);
    }

    @Test
    void a_password_that_is_also_a_public_name_does_not_mask_that_name() {
        Redactor redactor = new Redactor()
                .learn(Map.of("DATABASE_URL", "postgresql://shop:shop@h/shop", "PGPASSWORD", "postgres"), List.of());
        assertThat(redactor.redact("postgresql://shop:shop@h/shop of shop"))
                .isEqualTo("postgresql://shop:***@h/shop of shop");
    }
}
