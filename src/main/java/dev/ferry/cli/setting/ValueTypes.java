package dev.ferry.cli.setting;

import dev.ferry.failure.UsageException;
import dev.ferry.ledger.RunId;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types that settings have. */
final class ValueTypes {
    private static final Pattern PARTS = Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,8})m)?(?:(\\d{1,9})s)?");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,12})\\s*([kKMG]?B)?");
    /** As PostgreSQL reads memory sizes: https://www.postgresql.org/docs/current/config-setting.html. */
    private static final Map<String, Integer> SHIFTS = Map.of("B", 0, "KB", 10, "MB", 20, "GB", 30);

    private ValueTypes() {}

    /** Any text that is not blank. */
    static ValueType<String> text(String label, String allowed) {
        return new ValueType<>(
                label, allowed, List.of(), text -> Optional.of(text).filter(t -> !t.isBlank()));
    }

    /** Words between commas, each once. */
    static ValueType<List<String>> words(String label, String allowed) {
        return new ValueType<>(
                label,
                allowed,
                List.of(),
                text -> Optional.of(text)
                        .map(list -> Arrays.stream(list.split(",", -1))
                                .map(String::strip)
                                .distinct()
                                .toList())
                        .filter(words -> words.stream().noneMatch(String::isEmpty)));
    }

    /** Yes or no; on the command line the bare option means yes. */
    static ValueType<Boolean> yesOrNo() {
        return new ValueType<>("", "true or false", List.of("true", "false"), ValueTypes::parseYesOrNo);
    }

    /** A whole number between two others. */
    static ValueType<Integer> number(int min, int max) {
        String allowed = max == Integer.MAX_VALUE ? "a number from " + min : min + " to " + max;
        return new ValueType<>(
                "N", allowed, List.of(), text -> parseNumber(text).filter(n -> n >= min && n <= max));
    }

    /** A number of bytes from 1 to 2 GB less one. */
    static ValueType<Integer> size() {
        return new ValueType<>(
                "SIZE", "a size below 2GB such as 64MB, 512kB or 1000", List.of(), ValueTypes::parseSize);
    }

    /** One of an enum's names, in lower case. */
    static <E extends Enum<E>> ValueType<E> choice(Class<E> type) {
        List<String> names = Arrays.stream(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        return new ValueType<>(
                String.join("|", names),
                listed(names),
                names,
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(value -> value.name().equalsIgnoreCase(text.strip()))
                        .findFirst());
    }

    /** A length of time above zero. */
    static ValueType<Duration> duration() {
        return new ValueType<>("TIME", "a time such as 90s, 5m, 1h30m or PT5M", List.of(), ValueTypes::parseDuration);
    }

    /** A time zone. */
    static ValueType<ZoneId> zone() {
        return parsed("ZONE", "a time zone such as UTC, Europe/Berlin or +02:00", ZoneId::of);
    }

    /** A file or folder. */
    static ValueType<Path> path(String label) {
        return parsed(label, "a path", text -> {
            if (text.isBlank()) {
                throw new InvalidPathException(text, "blank");
            }
            return Path.of(text);
        });
    }

    /** Files or folders between commas. */
    static ValueType<List<Path>> paths(String label) {
        return parsed(label, "paths with commas between them", text -> {
            List<Path> paths = Arrays.stream(text.split(",", -1))
                    .map(String::strip)
                    .filter(path -> !path.isEmpty())
                    .map(Path::of)
                    .toList();
            if (paths.isEmpty()) {
                throw new InvalidPathException(text, "blank");
            }
            return paths;
        });
    }

    /** The id of a run. */
    static ValueType<RunId> run() {
        return parsed("RUN", "a run id such as 20261121T023154Z-7f3a", RunId::new);
    }

    private static <T> ValueType<T> parsed(String label, String allowed, Function<String, T> parser) {
        return new ValueType<>(label, allowed, List.of(), text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (DateTimeException | InvalidPathException | UsageException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<Boolean> parseYesOrNo(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1" -> Optional.of(true);
            case "false", "no", "off", "0" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> parseNumber(String text) {
        try {
            return Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> parseSize(String text) {
        Matcher matcher = SIZE.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String unit = matcher.group(2) == null ? "B" : matcher.group(2).toUpperCase(Locale.ROOT);
        long number = Long.parseLong(matcher.group(1));
        int shift = SHIFTS.getOrDefault(unit, 0);
        return number < 1 || number > Integer.MAX_VALUE >> shift
                ? Optional.empty()
                : Optional.of((int) (number << shift));
    }

    private static Optional<Duration> parseDuration(String text) {
        String stripped = text.strip();
        Matcher parts = PARTS.matcher(stripped);
        try {
            Duration duration = !stripped.isEmpty() && parts.matches()
                    ? Duration.ofHours(group(parts, 1))
                            .plusMinutes(group(parts, 2))
                            .plusSeconds(group(parts, 3))
                    : Duration.parse(stripped);
            return Optional.of(duration).filter(d -> !d.isNegative() && !d.isZero());
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    private static long group(Matcher matcher, int index) {
        String digits = matcher.group(index);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static String listed(List<String> names) {
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }
}
