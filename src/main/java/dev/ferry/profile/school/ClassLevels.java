package dev.ferry.profile.school;

import dev.ferry.profile.school.dto.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The stages of schooling. */
final class ClassLevels {
    private static final Pattern SPACES_AND_HYPHENS = Pattern.compile("[\\s\\p{Z}_-]+");
    private static final List<String> NAMES =
            List.of("Nursery", "Pre Primary", "Primary", "Junior Secondary", "Senior Secondary");

    private ClassLevels() {}

    static List<ClassLevel> rows() {
        return IntStream.range(0, NAMES.size())
                .mapToObj(i -> new ClassLevel(code(NAMES.get(i)).orElseThrow(), NAMES.get(i), i + 1))
                .toList();
    }

    /** The code of the level that a text names, case, spaces and hyphens aside; empty where it names none. */
    static Optional<String> code(@Nullable String name) {
        return Text.of(name)
                .map(text -> SPACES_AND_HYPHENS.matcher(text).replaceAll("").toLowerCase(Locale.ROOT));
    }
}
