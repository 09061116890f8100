package dev.ferry.cli.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void a_password_that_is_also_a_public_name_does_not_mask_that_name() {
        Redactor redactor = new Redactor()
                .learn(Map.of("DATABASE_URL", "postgresql://shop:shop@h/shop", "PGPASSWORD", "postgres"), List.of());
        assertThat(redactor.redact("postgresql://shop:shop@h/shop of shop"))
                .isEqualTo("postgresql://shop:***@h/shop of shop");
    }
}
