package dev.ferry.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.write.Writer.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What COPY writes of each type, beside what JDBC does. */
@NullMarked
class CopyTypesTest {
    /** Makes a specimen of each value. */
    @SafeVarargs
    @SuppressWarnings("varargs") // The array is only read.
    private static <T> List<Consumer<Specimen>> each(BiConsumer<Specimen, T> attribute, T... values) {
        return Stream.of(values)
                .<Consumer<Specimen>>map(value -> specimen -> attribute.accept(specimen, value))
                .toList();
    }

    private static List<Consumer<Specimen>> good() {
        List<Consumer<Specimen>> all = new ArrayList<>();
        all.add(specimen -> {});
        all.addAll(each(
                (s, v) -> s.text = v, "", "?", "é", "\uD83D\uDE00 and \u0001\uFFFF", "a\tb\\N\n", "x".repeat(200_000)));
        all.addAll(each(
                (s, v) -> s.bounded = v,
                "",
                "12345",
                "12345   ",
                "\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00\uD83D\uDE00"));
        all.addAll(each((s, v) -> s.padded = v, "", "a ", "12345  "));
        all.addAll(each((s, v) -> s.letter = v, 'x', 'é', ' '));
        all.addAll(each((s, v) -> s.domainText = v, "", "good"));
        all.addAll(each((s, v) -> s.small = v, Short.MIN_VALUE, (short) -1, Short.MAX_VALUE));
        all.addAll(each((s, v) -> s.number = v, Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE));
        all.addAll(each((s, v) -> s.large = v, Long.MIN_VALUE, -1L, 0L, Long.MAX_VALUE));
        all.addAll(each(
                (s, v) -> s.counted = v,
                BigInteger.ZERO,
                BigInteger.TEN.pow(100).negate()));
        all.addAll(each((s, v) -> s.flag = v, true, false));
        all.addAll(each(
                (s, v) -> s.single = v,
                0.1f,
                -0f,
                Float.NaN,
                Float.MIN_VALUE,
                Float.MAX_VALUE,
                Float.NEGATIVE_INFINITY));
        all.addAll(each(
                (s, v) -> s.real = v,
                0.1,
                -0.0,
                Double.NaN,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY));
        all.addAll(each(
                (s, v) -> s.amount = new BigDecimal(v),
                "0",
                "0.00",
                "-0.0",
                "1",
                "-1",
                "1.10",
                "9999",
                "10000",
                "10000.0001",
                "0.0001",
                "0.00010000",
                "-0.00012300",
                "123456789012345678901234567890.12345678901234567890",
                "1E+20",
                "-1E+3",
                "1.2E+5",
                "1E-40",
                "100000000",
                "1E+1000",
                "12345678E-9",
                "9E+131071",
                "1E-16383"));
        all.addAll(each((s, v) -> s.price = new BigDecimal(v), "1", "1.2345", "1.2355", "-99999.9994", "1E+4"));
        all.addAll(each(
                (s, v) -> s.day = v,
                LocalDate.of(2026, 11, 27),
                LocalDate.of(1582, 10, 10),
                LocalDate.of(1, 1, 1),
                LocalDate.of(0, 12, 31),
                LocalDate.of(-43, 3, 15),
                LocalDate.of(-4_700, 1, 1),
                LocalDate.of(-1, 2, 28)));
        all.addAll(each(
                (s, v) -> s.hour = v,
                LocalTime.MIN,
                LocalTime.of(1, 2, 3, 456_789_499),
                LocalTime.of(1, 2, 3, 456_789_500),
                LocalTime.MAX));
        all.addAll(each(
                (s, v) -> s.local = v,
                LocalDateTime.of(2026, 11, 27, 1, 2, 3, 123_456_500),
                LocalDateTime.of(1500, 2, 28, 23, 59, 59, 999_999_999),
                LocalDateTime.of(-43, 3, 15, 12, 0),
                LocalDateTime.of(1969, 12, 31, 23, 59, 59, 1_000)));
        all.addAll(each(
                (s, v) -> s.moment = v,
                Instant.EPOCH,
                Instant.parse("1582-10-10T12:00:00.000001Z"),
                Instant.parse("-0043-03-15T00:00:00Z"),
                Instant.parse("2026-03-29T01:30:00.999999999Z"),
                Instant.parse("1883-11-18T17:00:00Z")));
        all.addAll(each(
                (s, v) -> s.at = v,
                OffsetDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneOffset.ofHoursMinutes(5, 45)),
                OffsetDateTime.of(1800, 1, 1, 0, 0, 0, 0, ZoneOffset.ofTotalSeconds(-17_762))));
        all.addAll(each((s, v) -> s.uuid = v, new UUID(0, 0), new UUID(-1, -1), new UUID(1L << 63, 7)));
        all.addAll(each((s, v) -> s.bytes = v, new byte[0], new byte[] {0, -1, 127, -128}));
        all.addAll(each((s, v) -> s.json = v, "null", "{}", "\"é\uD83D\uDE00\"", "{\"a\": [1.50, null]}", " [1] "));
        all.addAll(CopyTypesTest.<List<String>>each((s, v) -> s.list = v, List.of(), List.of("a", "\"")));
        all.addAll(each((s, v) -> s.kind = v, Specimen.Kind.values()));
        all.addAll(each((s, v) -> s.name = v, Specimen.Kind.values()));
        all.addAll(each(
                (s, v) -> s.texts = v, new String[0], new String[] {"a", null, "", "NULL", "{\"", "\uD83D\uDE00"}));
        all.add(s -> s.names = new String[] {"12345", "é"});
        all.add(s -> s.numbers = new Integer[] {1, null, Integer.MIN_VALUE});
        all.addAll(each((s, v) -> s.code = v, "", "ab"));
        all.add(s -> s.place = new Specimen.Place("here", null));
        return all;
    }

    /** At the ends of what the types hold, where the driver has ways of its own. */
    private static List<Consumer<Specimen>> far() {
        List<Consumer<Specimen>> all = new ArrayList<>();
        all.addAll(each(
                (s, v) -> s.day = v,
                LocalDate.MIN,
                LocalDate.of(-4_712, 1, 1),
                LocalDate.of(-4_800, 1, 1),
                LocalDate.of(300_000, 1, 1),
                LocalDate.MAX));
        all.addAll(each(
                (s, v) -> s.local = v, LocalDateTime.MIN, LocalDateTime.of(290_001, 1, 1, 0, 0), LocalDateTime.MAX));
        all.addAll(each(
                (s, v) -> s.moment = v,
                Instant.parse("-4800-01-01T00:00:00Z"),
                Instant.parse("+290001-01-01T00:00:00Z")));
        all.addAll(each((s, v) -> s.at = v, OffsetDateTime.MIN, OffsetDateTime.MAX));
        all.addAll(each((s, v) -> s.text = v, "\uD83D alone", "?\uDE00"));
        return all;
    }

    private static List<Consumer<Specimen>> bad() {
        List<Consumer<Specimen>> all = new ArrayList<>();
        all.addAll(each((s, v) -> s.text = v, "a\0b"));
        all.addAll(each((s, v) -> s.bounded = v, "123456"));
        all.addAll(each((s, v) -> s.padded = v, "123456"));
        all.addAll(each((s, v) -> s.domainText = v, "bad", "too long"));
        all.addAll(each((s, v) -> s.price = new BigDecimal(v), "100000", "99999.9995"));
        all.addAll(each((s, v) -> s.day = v, LocalDate.of(6_000_000, 1, 1)));
        all.addAll(each((s, v) -> s.moment = v, Instant.parse("+300000-01-01T00:00:00Z")));
        all.addAll(each((s, v) -> s.json = v, "{", "", "\"\\u0000\"", "\"\0\""));
        all.add(s -> s.texts = new String[] {"\0"});
        all.add(s -> s.names = new String[] {"123456"});
        return all;
    }

    private static Specimen[] specimens(List<Consumer<Specimen>> changes) {
        return changes.stream()
                .map(change -> {
                    Specimen specimen = new Specimen(null);
                    change.accept(specimen);
                    return specimen;
                })
                .toArray(Specimen[]::new);
    }

    @Test
    void copy_writes_each_value_as_jdbc_does() throws SQLException {
        try (WriterTrial<Specimen> jdbc = specimens(WriterChoice.JDBC);
                WriterTrial<Specimen> copy = specimens(WriterChoice.COPY)) {
            assertThat(copy.ways().insert()).isPresent();
            assertThat(copy.ways().update()).isPresent();
            for (Consumer<Specimen> one : good()) {
                assertThat(jdbc.insert(specimens(List.of(one)))).isEmpty();
                assertThat(copy.insert(specimens(List.of(one)))).isEmpty();
            }
            assertThat(copy.insert(specimens(good()))).isEqualTo(jdbc.insert(specimens(good())));
            assertThat(copy.rows()).hasSizeGreaterThan(2 * good().size());
            assertThat(onlyIn(copy, jdbc)).isEqualTo(onlyIn(jdbc, copy)).isEmpty();
        }
    }

    @Test
    void values_at_the_ends_of_their_types_are_left_to_jdbc() throws SQLException {
        try (WriterTrial<Specimen> jdbc = specimens(WriterChoice.JDBC);
                WriterTrial<Specimen> copy = specimens(WriterChoice.COPY)) {
            for (Consumer<Specimen> one : far()) {
                assertThat(copy.insert(specimens(List.of(one)))).isEqualTo(jdbc.insert(specimens(List.of(one))));
            }
            // An attempt has taken identifiers from the sequence.
            assertThat(copy.rowsWithoutIdentifiers()).isEqualTo(jdbc.rowsWithoutIdentifiers());
        }
    }

    @Test
    void copy_updates_each_value_as_jdbc_does() throws SQLException {
        try (WriterTrial<Specimen> jdbc = specimens(WriterChoice.JDBC);
                WriterTrial<Specimen> copy = specimens(WriterChoice.COPY)) {
            for (WriterTrial<Specimen> trial : List.of(jdbc, copy)) {
                trial.insert(specimens(good()));
                Specimen[] changed = specimens(good());
                for (int i = 0; i < changed.length; i++) {
                    assertThat(trial.update(changed[i], changed.length - (long) i))
                            .isEmpty();
                }
            }
            assertThat(onlyIn(copy, jdbc)).isEqualTo(onlyIn(jdbc, copy)).isEmpty();
        }
    }

    @Test
    void what_the_database_refuses_is_refused_in_the_same_words() throws SQLException {
        try (WriterTrial<Specimen> jdbc = specimens(WriterChoice.JDBC);
                WriterTrial<Specimen> copy = specimens(WriterChoice.COPY)) {
            jdbc.insert(new Specimen("first"));
            copy.insert(new Specimen("first"));
            List<Consumer<Specimen>> mixed = new ArrayList<>(bad());
            mixed.addAll(2, good());
            List<Refusal> refusals = jdbc.insert(specimens(mixed));
            assertThat(refusals)
                    .extracting(Refusal::index)
                    .containsExactlyElementsOf(IntStream.range(0, mixed.size())
                            .filter(i -> i < 2 || i >= 2 + good().size())
                            .boxed()
                            .toList());
            assertThat(copy.insert(specimens(mixed))).isEqualTo(refusals);
            for (Consumer<Specimen> one : bad()) {
                assertThat(copy.insert(specimens(List.of(one)))).isEqualTo(jdbc.insert(specimens(List.of(one))));
                assertThat(copy.update(specimens(List.of(one))[0], 1L))
                        .isEqualTo(jdbc.update(specimens(List.of(one))[0], 1L));
            }
        }
    }

    private static List<String> onlyIn(WriterTrial<?> one, WriterTrial<?> other) {
        List<String> rows = new ArrayList<>(one.rows());
        rows.removeAll(other.rows());
        rows.replaceAll(row -> row.length() > 100 ? row.substring(0, 100) : row);
        return rows;
    }

    private static WriterTrial<Specimen> specimens(WriterChoice choice) throws SQLException {
        return new WriterTrial<>(choice, Specimen.class, "specimens", Specimen.DDL);
    }
}
