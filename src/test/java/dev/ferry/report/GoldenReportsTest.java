package dev.ferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Compares what is written with the golden files; {@code -DargLine=-Dgolden.update} writes them anew, to be looked at
 * and committed.
 */
class GoldenReportsTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/ferry/report/golden");

    @TestFactory
    Stream<DynamicTest> each_sample_is_written_as_its_golden_file_says() {
        return Goldens.all().entrySet().stream()
                .map(golden -> DynamicTest.dynamicTest(
                        golden.getKey(), () -> compare(FOLDER.resolve(golden.getKey()), golden.getValue())));
    }

    private static void compare(Path file, Supplier<String> written) throws IOException {
        if (System.getProperty("golden.update") != null) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, written.get());
        }
        assertThat(written.get()).isEqualTo(Files.readString(file));
    }

    @Test
    void no_golden_file_is_left_over() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            Set<String> names = files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toSet());
            assertThat(names).isEqualTo(Goldens.all().keySet());
        }
    }
}
