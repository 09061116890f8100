package dev.ferry.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Few records by what {@code src/bench/run} does with many. */
class BenchmarkTest {
    @Test
    void each_way_leaves_the_rows_that_ferry_leaves(@TempDir Path folder) throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Report report = new Report(new PrintStream(said, true, StandardCharsets.UTF_8));
        Options options = Options.parse(
                "--compare", "--shape", "users", "--rows", "200", "--rounds", "1", "--only", "copy-csv,insert");
        try (Target target = new Target(folder)) {
            new Benchmark(target, options, report).run();
        }
        assertThat(report.isClean()).as(report.text()).isTrue();
        assertThat(report.text())
                .contains("users: 200 records", "into 400 rows")
                .contains(Way.COPY_CSV.label(), Way.INSERT.label())
                .doesNotContain(Way.VALIDATE.label());
        assertThat(said.toString(StandardCharsets.UTF_8)).isEqualTo(report.text());
    }

    @Test
    void an_option_that_is_unknown_or_lacks_its_value_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--fast"))
                .withMessage("unknown option: --fast");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse("--rows"))
                .withMessage("--rows needs a value");
    }
}
