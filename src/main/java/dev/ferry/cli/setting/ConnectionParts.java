package dev.ferry.cli.setting;

import dev.ferry.failure.UsageException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes a database's URL from variables that name its parts: {@code V2_DB_HOST}, {@code _PORT}, {@code _NAME}, {@code _USER}
 * and {@code _PASSWORD}, and the same with {@code ODIN_DB_}, for the target; with {@code V1_DB_} and {@code HEIMDALL_DB_} for
 * the source. Each part may stand in the environment or in the file
 * {@code .env}; the URL counts where its strongest part stands.
 */
final class ConnectionParts {
    private static final List<String> SOURCE = List.of("V1_DB_", "HEIMDALL_DB_");
    private static final List<String> TARGET = List.of("V2_DB_", "ODIN_DB_");

    /** The ends of the variables' names. */
    static final List<String> ENDS = List.of("HOST", "PORT", "NAME", "USER", "PASSWORD");

    private ConnectionParts() {}

    /** The beginnings of the names of the variables that make a setting's URL; none for a setting that is no database. */
    static List<String> prefixes(Setting<?> setting) {
        if (setting.equals(Catalog.URL)) {
            return TARGET;
        }
        return setting.equals(Catalog.SOURCE) ? SOURCE : List.of();
    }

    /** The URLs that the parts make for a setting, at most one of each prefix. */
    static List<Entry> urls(Setting<?> setting, List<Entry> entries) {
        return prefixes(setting).stream()
                .flatMap(prefix -> url(prefix, entries))
                .toList();
    }

    /** Whether a variable is the password of a database. */
    static boolean isPassword(String name) {
        return Stream.concat(SOURCE.stream(), TARGET.stream()).anyMatch(prefix -> name.equals(prefix + "PASSWORD"));
    }

    private static Stream<Entry> url(String prefix, List<Entry> entries) {
        List<Entry> parts = new ArrayList<>();
        ENDS.forEach(end -> part(prefix + end, entries).ifPresent(parts::add));
        if (parts.isEmpty()) {
            return Stream.empty();
        }
        Entry strongest = parts.stream().min(Comparator.comparing(Entry::level)).orElseThrow();
        if (part(prefix + "NAME", entries).isEmpty()) {
            throw new UsageException(
                    strongest.place() + " needs " + prefix + "NAME, the name of the database, beside it", null);
        }
        StringBuilder url = new StringBuilder("postgresql://");
        text(prefix + "USER", entries).ifPresent(url::append);
        text(prefix + "PASSWORD", entries).ifPresent(password -> url.append(':').append(password));
        if (url.charAt(url.length() - 1) != '/') {
            url.append('@');
        }
        url.append(part(prefix + "HOST", entries).map(Entry::value).orElse("localhost"));
        text(prefix + "PORT", entries).ifPresent(port -> url.append(':').append(port));
        text(prefix + "NAME", entries).ifPresent(name -> url.append('/').append(name));
        String place = prefix + "* in " + strongest.level().title();
        return Stream.of(new Entry(strongest.level(), prefix + "*", url.toString(), place));
    }

    private static Optional<Entry> part(String name, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.key().equals(name) && !entry.value().isEmpty())
                .min(Comparator.comparing(Entry::level));
    }

    private static Optional<String> text(String name, List<Entry> entries) {
        return part(name, entries)
                .map(entry ->
                        URLEncoder.encode(entry.value(), StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
