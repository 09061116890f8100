package dev.ferry.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What is read in the plain form is what a formatter reads. */
@NullMarked
class PlainTimeTest {
    private static final int ROUNDS = 200_000;
    private static final String CHARACTERS = "0123456789-+:.TZtz ";
    private static final List<String> PLAIN = List.of(
            "2025-08-25T10:15:30",
            "2025-08-25T10:15:30.5",
            "2025-08-25T10:15:30.123456789",
            "0001-01-01T00:00:00Z",
            "2024-02-29T23:59:59.000001Z",
            "2025-12-31T23:59:59+05:30",
            "9999-12-31T23:59:59.12-18:00");

    private final Random random = new Random(20261121);

    @Test
    void the_usual_forms_are_plain() {
        assertThat(PLAIN)
                .allSatisfy(text -> assertThat(PlainTime.timestamp(text)).isPresent());
        assertThat(PlainTime.date("2024-02-29")).contains(LocalDate.of(2024, 2, 29));
    }

    @Test
    void a_timestamp_that_is_read_is_the_one_that_the_formatter_reads() {
        for (int round = 0; round < ROUNDS; round++) {
            String text = damaged(PLAIN.get(round % PLAIN.size()));
            String plain = said(text, any -> PlainTime.timestamp(any).map(PlainTimeTest::inFull));
            if (!plain.isEmpty()) {
                assertThat(plain)
                        .as(text)
                        .isEqualTo(said(text, any -> Optional.of(inFull(ScalarType.TIMESTAMP.parse(any)))));
            }
        }
    }

    @Test
    void a_date_that_is_read_is_the_one_that_the_formatter_reads() {
        for (int round = 0; round < ROUNDS; round++) {
            String text = damaged("2024-02-29");
            String plain = said(text, any -> PlainTime.date(any).map(LocalDate::toString));
            if (!plain.isEmpty()) {
                assertThat(plain)
                        .as(text)
                        .isEqualTo(said(
                                text, any -> Optional.of(LocalDate.parse(any).toString())));
            }
        }
    }

    private static String inFull(TemporalAccessor time) {
        return LocalDateTime.from(time)
                + (time.isSupported(ChronoField.OFFSET_SECONDS) ? " " + time.get(ChronoField.OFFSET_SECONDS) : "");
    }

    /** What is read, {@code none} where that does not exist, nothing where it is left to others. */
    private static String said(String text, Function<String, Optional<String>> reader) {
        try {
            return reader.apply(text).orElse("");
        } catch (DateTimeException e) {
            return "none";
        }
    }

    /** The text with up to two characters put in, taken out or replaced. */
    private String damaged(String text) {
        StringBuilder damaged = new StringBuilder(text);
        for (int change = random.nextInt(3); change > 0; change--) {
            int from = random.nextInt(damaged.length());
            String put = random.nextInt(4) == 0
                    ? ""
                    : String.valueOf(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            damaged.replace(from, from + random.nextInt(2), put);
        }
        return damaged.toString();
    }
}
