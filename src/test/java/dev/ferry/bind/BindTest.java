package dev.ferry.bind;

import com.fasterxml.jackson.annotation.JacksonInject;
import dev.ferry.source.Limits;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Source;
import dev.ferry.source.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Binds records of a file and says what came of them. */
abstract class BindTest {
    private static final Section DATA = Section.keyed("data");

    @TempDir
    Path folder;

    record Part(@Nullable String name, @Nullable Integer partCount) {}

    record Thing(
            @JacksonInject(RawRecord.KEY) String thingKey,
            @JacksonInject(RawRecord.PAYLOAD) String data,
            @Nullable String fullName,
            @Nullable Integer smallCount,
            @Nullable Long largeCount,
            @Nullable BigInteger hugeCount,
            @Nullable BigDecimal price,
            @Nullable Boolean active,
            @Nullable LocalDate madeOn,
            @Nullable List<String> tags,
            @Nullable Map<String, Integer> counts,
            @Nullable Part mainPart,
            @Nullable List<Part> parts,
            @Nullable Map<String, Part> partsByName,
            boolean sold,
            int weight) {}

    final Binder<Thing> binder = new Binder<>(Thing.class, Limits.DEFAULT);

    <D extends Record> List<Bound<D>> bindAll(String json, Binder<D> with) {
        try {
            Path file = Files.writeString(folder.resolve("data.json"), json);
            Source source = Sources.open(file.toString(), List.of(DATA), Limits.DEFAULT);
            try (Stream<RawRecord> records = source.records(DATA)) {
                return records.map(with::bind).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Binds the value of a record that is called k. */
    Bound<Thing> bind(String value) {
        return bindAll("{\"k\":" + value + "}", binder).get(0);
    }

    static List<String> problems(Bound<?> bound) {
        return bound instanceof Bound.Malformed<?> malformed
                ? malformed.problems().stream()
                        .map(p -> p.rule() + " " + p.position().line() + ":"
                                + p.position().column() + " " + p.position().pointer() + " " + p.message() + " <"
                                + p.value() + ">")
                        .toList()
                : List.of();
    }
}
