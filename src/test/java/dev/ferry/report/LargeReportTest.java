package dev.ferry.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.migration.MigrationResult;
import dev.ferry.redaction.Redactor;
import dev.ferry.validate.ConstraintReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report of 100,000 violations: a large group, many small ones, and more kinds than are kept apart. */
class LargeReportTest {
    private static final int COUNT = 100_000;

    @TempDir
    private Path folder;

    private ConstraintReport report;
    private MigrationResult result;

    @BeforeEach
    void fill() {
        report = new ConstraintReport();
        for (int i = 0; i < COUNT; i++) {
            // Half are alike; of the others, each kind has a field that comes from the data.
            String field = i % 2 == 0 ? "name" : "kind" + i % 1_000;
            report.add(Samples.violation(i + 1, "Size", field, "size must be between 0 and 10", "value-" + i + "-end"));
        }
        result = new MigrationResult.Rejected(Samples.summary(report));
    }

    @AfterEach
    void close() {
        report.close();
    }

    @ParameterizedTest
    @EnumSource(ReportFormat.class)
    void every_violation_is_in_the_file_once(ReportFormat format) throws IOException {
        Path file = folder.resolve("report." + format.name().toLowerCase(Locale.ROOT));
        Reports.write(file, Command.MIGRATE, result, new Redactor());
        boolean[] seen = new boolean[COUNT];
        try (Stream<String> lines = Files.lines(file)) {
            lines.forEach(line -> mark(line, seen));
        }
        for (int i = 0; i < COUNT; i++) {
            assertThat(seen[i]).as("violation %d", i).isTrue();
        }
    }

    private static void mark(String line, boolean[] seen) {
        int start = line.indexOf("value-");
        if (start >= 0) {
            int number = Integer.parseInt(line.substring(start + 6, line.indexOf("-end", start)));
            assertThat(seen[number]).as("violation %d a second time", number).isFalse();
            seen[number] = true;
        }
    }

    @Test
    void groups_and_samples_stay_few() {
        LikeViolations violations = new LikeViolations(report);
        assertThat(violations.groups()).hasSizeBetween(2, LikeViolations.MOST_GROUPS + 1);
        assertThat(violations.groups())
                .allSatisfy(group -> assertThat(group.samples()).hasSizeBetween(1, LikeViolations.Group.SAMPLES));
        assertThat(violations.groups().stream()
                        .mapToLong(LikeViolations.Group::count)
                        .sum())
                .isEqualTo(COUNT);
    }

    @Test
    void the_terminal_gets_a_few_places_and_the_count_of_the_rest() {
        StringBuilder out = new StringBuilder();
        new TextReports(out, Palette.PLAIN).migrate(result);
        assertThat(out).contains("must be between 0 and 10 (50,000 times)", "… and 49,997 more like it");
        assertThat(out.length()).isLessThan(500_000);
    }

    @Test
    void the_printed_document_lists_a_thousand_and_counts_all() {
        StringBuilder out = new StringBuilder();
        new JsonDocuments(out).migrate(result);
        assertThat(out).contains("\"violationCount\":100000", "value-999-end").doesNotContain("value-1000-end");
    }

    @Test
    void the_page_folds_large_groups_into_pages_of_500() throws IOException {
        Path file = folder.resolve("report.html");
        Reports.write(file, Command.MIGRATE, result, new Redactor());
        String html = Files.readString(file);
        assertThat(html)
                .contains("<summary>1 to 500 of 50,000</summary>", "<summary>49,501 to 50,000 of 50,000</summary>");
        assertThat(html).doesNotContain("<details class=\"group\" open>");
    }
}
