package dev.ferry.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.bind.Binder;
import dev.ferry.bind.Bound;
import dev.ferry.bind.PropertyNames;
import dev.ferry.source.Limits;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Source;
import dev.ferry.source.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the checker finds, and what it takes. */
@NullMarked
class ConstraintCheckerTest {
    private static final Section DATA = Section.keyed("data");
    private static final int THREADS = 8;

    private final ConstraintChecker checker = new ConstraintChecker(new PropertyNames());

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        checker.close();
    }

    @Test
    void hibernate_validator_is_asked_only_about_what_is_not_certainly_valid() throws IOException {
        List<Bound<TestDtos.Failing>> records =
                bound("{'a': {'text': 'A'}, 'b': {'text': ''}}", TestDtos.Failing.class);
        TestConstraints.Counted.Validator.ASKED.set(0);
        assertThat(found(records.get(0))).isEmpty();
        assertThat(TestConstraints.Counted.Validator.ASKED).hasValue(0);
        assertThat(found(records.get(1))).containsExactly("b text Counted must not be empty");
        assertThat(TestConstraints.Counted.Validator.ASKED).hasValue(1);
    }

    @Test
    void keys_are_checked_alone() throws IOException {
        Bound<TestDtos.Part> part =
                bound("{'a': {'name': ' ', 'number': -1}}", TestDtos.Part.class).get(0);
        assertThat(found(part)).hasSize(2);
        assertThat(checker.checkKeys("parts", part))
                .extracting(Violation::field)
                .containsExactly("name");
    }

    @Test
    void several_threads_may_check_at_once() throws Exception {
        List<Bound<TestDtos.Ends>> records =
                bound("{'a': {'from': 1, 'to': 2}, 'b': {'from': 2, 'to': 1}}", TestDtos.Ends.class);
        Callable<List<String>> task =
                () -> records.stream().flatMap(record -> found(record).stream()).toList();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (Future<List<String>> found : threads.invokeAll(Collections.nCopies(100 * THREADS, task))) {
                assertThat(found.get()).containsExactly("b to Ordered {from}");
            }
        } finally {
            threads.shutdown();
        }
    }

    private List<String> found(Bound<?> record) {
        return checker.checkConstraints("data", record).stream()
                .map(found -> found.id() + " " + found.field() + " " + found.constraint() + " " + found.message())
                .toList();
    }

    private <D extends Record> List<Bound<D>> bound(String json, Class<D> dto) throws IOException {
        Path file = Files.writeString(folder.resolve("data.json"), json.replace('\'', '"'));
        Binder<D> binder = new Binder<>(dto, Limits.DEFAULT);
        try (Source source = Sources.open(file.toString(), List.of(DATA), Limits.DEFAULT);
                Stream<RawRecord> records = source.records(DATA)) {
            return records.map(binder::bind).toList();
        }
    }
}
