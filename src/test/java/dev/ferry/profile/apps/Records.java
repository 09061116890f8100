package dev.ferry.profile.apps;

import dev.ferry.bind.Binder;
import dev.ferry.bind.Bound;
import dev.ferry.bind.PropertyNames;
import dev.ferry.source.Limits;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Source;
import dev.ferry.source.Sources;
import dev.ferry.validate.ConstraintChecker;
import dev.ferry.validate.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Binds and checks single records, as a run does. */
@NullMarked
final class Records {
    private static final Section APPS = Section.list("apps", "id");
    private static final Section CATEGORIES = Section.keyed("categories");

    private Records() {}

    /** The record that a JSON object is. */
    static <D extends Record> D of(String json, Class<D> dto) {
        return bound(APPS, "[" + json + "]", dto).dto().orElseThrow();
    }

    /** What is wrong with it: constraint and path of each violation. */
    static <D extends Record> List<String> violations(String json, Class<D> dto) {
        return violations(bound(APPS, "[" + json + "]", dto));
    }

    /** The same for a member of an object. */
    static <D extends Record> List<String> violationsOfMember(String member, Class<D> dto) {
        return violations(bound(CATEGORIES, "{" + member + "}", dto));
    }

    private static List<String> violations(Bound<?> bound) {
        try (ConstraintChecker checker = new ConstraintChecker(new PropertyNames())) {
            return Stream.concat(
                            checker.checkShape("apps", bound).stream(),
                            checker.checkConstraints("apps", bound).stream())
                    .map(Records::text)
                    .toList();
        }
    }

    private static String text(Violation violation) {
        return violation.constraint() + " " + violation.field();
    }

    private static <D extends Record> Bound<D> bound(Section section, String json, Class<D> dto) {
        try {
            Path file = Files.createTempDirectory("apps").resolve(section.name() + ".json");
            Files.writeString(file, json);
            try (Source source = Sources.open(file.toString(), List.of(section), Limits.DEFAULT);
                    Stream<RawRecord> records = source.records(section)) {
                return new Binder<>(dto, Limits.DEFAULT)
                        .bind(records.findFirst().orElseThrow());
            } finally {
                Files.delete(file);
                Files.delete(file.getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
