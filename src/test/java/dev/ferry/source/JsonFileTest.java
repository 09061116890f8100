package dev.ferry.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Writes a file, reads it as a section and says what came of it. */
abstract class JsonFileTest {
    static final Section DATA = Section.keyed("data");
    static final Section ITEMS = Section.list("items", "id");

    @TempDir
    Path folder;

    Path write(String name, String content) {
        return write(name, content.getBytes(UTF_8));
    }

    Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Source open(Path path, Section... sections) {
        return Sources.open(path.toString(), List.of(sections), Limits.DEFAULT);
    }

    static List<RawRecord> records(Source source, Section section) {
        try (Stream<RawRecord> records = source.records(section)) {
            return records.toList();
        }
    }

    /** The records of a file that is section data. */
    List<RawRecord> data(String content) {
        return records(open(write("data.json", content), DATA), DATA);
    }

    /** The records of a file that is section items. */
    List<RawRecord> items(String content) {
        return records(open(write("items.json", content), ITEMS), ITEMS);
    }

    /** What reading a file as section data ends in. */
    BindingException broken(byte[] content) {
        return broken(content, Limits.DEFAULT);
    }

    BindingException broken(byte[] content, Limits limits) {
        Path file = write("data.json", content);
        return catchThrowableOfType(
                BindingException.class, () -> records(Sources.open(file.toString(), List.of(DATA), limits), DATA));
    }

    BindingException broken(String content) {
        return broken(content.getBytes(UTF_8));
    }

    static String text(RawRecord record) {
        return new String(record.bytes(), UTF_8);
    }

    static String place(Position position) {
        return position.line() + ":" + position.column();
    }

    static void assertBroken(BindingException e, String rule, String place, String message) {
        assertThat(e).isNotNull();
        assertThat(e.rule() + " " + place(e.position()) + " " + e.getMessage())
                .isEqualTo(rule + " " + place + " " + message);
    }
}
