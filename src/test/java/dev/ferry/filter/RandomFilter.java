package dev.ferry.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.NullMarked;

/** Makes rows and conditions of values that are easily confused. */
@NullMarked
final class RandomFilter {
    static final String NULL = "\0";

    private static final List<String> TEXTS = List.of(
            "", "a", "A", "aB", "ab", "Ab", "a b", "a%b", "a_b", "a\\b", "ä", "Ä", "é", "e\u0301", "z", "～", "😀", "😁",
            "a😀", "\uE000", "İ", "ß", "it's", "a\nb", " a", "10", "9", "-", "_");
    private static final List<String> WHOLE = List.of("-32768", "-2", "-1", "0", "1", "2", "9", "10", "32767");
    private static final List<String> LARGE = List.of("-9223372036854775808", "-1", "0", "1", "2147483648");
    private static final List<String> DECIMALS = List.of(
            "-1.50", "-1.5", "-0.1", "0", "0.000", "0.1", "0.10", "1", "1.0", "9.99", "10", "123456789012345.678");
    private static final List<String> DATES =
            List.of("0001-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "2024-03-01", "9999-12-31");
    private static final List<String> TIMES = List.of(
            "0001-01-02 00:00:00",
            "1969-12-31 23:59:59.999999",
            "1970-01-01 00:00:00",
            "2024-01-01 00:00:00",
            "2024-01-01 00:00:00.000001",
            "2024-01-01 05:30:00",
            "2023-12-31 23:59:59.999",
            "2024-03-10 07:30:00",
            "2024-11-03 06:30:00",
            "9999-12-30 23:59:59.999999");
    private static final List<String> NOT_IN_JSON_NUMBERS = List.of("NaN", "Infinity", "-Infinity");
    private static final List<String> NOT_IN_JSON_TIMES =
            List.of("infinity", "-infinity", "0044-03-15 BC", "20000-01-01", "0001-01-01", "9999-12-31");
    private static final Map<String, List<String>> NUMBERS =
            Map.of("pieces", WHOLE, "views", LARGE, "code", WHOLE, "price", DECIMALS);
    private static final List<String> OPERATORS = List.of("=", "<>", "!=", "<", ">", "<=", ">=");

    private final Random random;

    RandomFilter(Random random) {
        this.random = random;
    }

    /** The values of a row, {@link #NULL} for none. */
    List<String> row(int number) {
        return List.of(
                "g" + number,
                maybe(one(TEXTS)),
                maybe(one(List.of("true", "false"))),
                maybe(one(WHOLE)),
                maybe(one(LARGE)),
                maybe(one(WHOLE)),
                maybe(one(random.nextInt(10) == 0 ? NOT_IN_JSON_NUMBERS : DECIMALS)),
                maybe(one(random.nextInt(10) == 0 ? NOT_IN_JSON_TIMES : DATES)),
                maybe("10:00"),
                maybe(one(random.nextInt(10) == 0 ? NOT_IN_JSON_TIMES : TIMES)),
                maybe(one(random.nextInt(10) == 0 ? NOT_IN_JSON_TIMES : TIMES)));
    }

    /** A condition of a depth. */
    String condition(int depth) {
        return switch (depth == 0 ? 4 : random.nextInt(5)) {
            case 0 -> "(" + condition(depth - 1) + " AND " + condition(depth - 1) + ")";
            case 1 -> "(" + condition(depth - 1) + " OR " + condition(depth - 1) + ")";
            case 2 -> "NOT (" + condition(depth - 1) + ")";
            case 3 -> "(" + condition(depth - 1) + ") IS " + one(List.of("TRUE", "NOT TRUE", "FALSE", "NOT FALSE"));
            default -> leaf();
        };
    }

    private String leaf() {
        return switch (random.nextInt(7)) {
            case 0 -> text();
            case 1 ->
                test(
                        one(List.of("made_on")),
                        DATES.stream().map(RandomFilter::quoted).toList());
            case 2 ->
                test(
                        one(List.of("createdAt", "sold_at")),
                        TIMES.stream().map(RandomFilter::quoted).toList());
            case 3 ->
                one(List.of(
                        "in_stock", "in_stock = TRUE", "in_stock <> FALSE", "in_stock IS NOT TRUE", "in_stock > NULL"));
            case 4 ->
                one(List.of("pieces", "code", "views")) + " " + one(OPERATORS) + " "
                        + one(List.of("pieces", "code", "views", "price"));
            default -> {
                String field =
                        one(List.copyOf(NUMBERS.keySet()).stream().sorted().toList());
                yield test(field, NUMBERS.getOrDefault(field, WHOLE));
            }
        };
    }

    private String text() {
        return switch (random.nextInt(3)) {
            case 0 -> "name " + one(List.of("LIKE ", "NOT LIKE ", "LIKE ")) + quoted(pattern());
            default -> test("name", TEXTS.stream().map(RandomFilter::quoted).toList());
        };
    }

    private String pattern() {
        return one(List.of("", "%", "a%", "%b", "%a%b%", "a\\%b", "a\\_b", "a\\\\%", "A%", "% %", "%\\_%"));
    }

    private String test(String field, List<String> values) {
        return switch (random.nextInt(6)) {
            case 0 -> field + one(List.of(" IS NULL", " IS NOT NULL"));
            case 1 ->
                field + one(List.of(" IN (", " NOT IN (")) + one(values) + ", " + one(values)
                        + one(List.of("", ", NULL")) + ")";
            case 2 -> field + one(List.of(" BETWEEN ", " NOT BETWEEN ")) + one(values) + " AND " + one(values);
            case 3 -> one(values) + " " + one(OPERATORS) + " " + named(field);
            default -> named(field) + " " + one(OPERATORS) + " " + one(values);
        };
    }

    private String named(String field) {
        return one(List.of(field, field.toUpperCase(Locale.ROOT), '"' + field + '"'));
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    private String maybe(String value) {
        return random.nextInt(6) == 0 ? NULL : value;
    }

    private <T> T one(List<T> values) {
        return new ArrayList<>(values).get(random.nextInt(values.size()));
    }
}
