package dev.ferry.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.UsageException;
import dev.ferry.migration.MigrationResult;
import dev.ferry.redaction.Redactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"report.pdf", "report", ".hidden", "html"})
    void an_extension_that_names_no_format_is_refused_with_those_that_do(String name) {
        assertThatThrownBy(() -> Reports.requireWritable(folder.resolve(name)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(".html, .md, .json, .sarif, .txt")
                .hasMessageContaining(name);
    }

    @Test
    void the_extension_counts_whatever_its_case() {
        assertThat(ReportFormat.of(Path.of("a/Report.HTML"))).isEqualTo(ReportFormat.HTML);
        assertThat(ReportFormat.of(Path.of("report.html.md"))).isEqualTo(ReportFormat.MD);
    }

    @Test
    void only_its_owner_can_read_a_report() throws IOException {
        Path file = folder.resolve("report.txt");
        Reports.write(file, Command.MIGRATE, Samples.rejected(), new Redactor());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_missing_folder_is_a_usage_error() {
        assertThatThrownBy(() -> Reports.write(
                        folder.resolve("no/report.md"), Command.MIGRATE, Samples.completed(), new Redactor()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void a_folder_of_that_name_is_a_usage_error() throws IOException {
        Path file = Files.createDirectory(folder.resolve("report.md"));
        assertThatThrownBy(() -> Reports.requireWritable(file))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("is a folder");
    }

    @Test
    void an_older_report_is_replaced_and_nothing_else_is_left_in_the_folder() throws IOException {
        Path file = Files.writeString(folder.resolve("report.txt"), "older");
        Reports.write(file, Command.MIGRATE, Samples.completed(), new Redactor());
        assertThat(file)
                .content()
                .contains("Completed: 280 rows inserted, 0 updated.")
                .doesNotContain("older");
        assertThat(filesIn(folder)).containsExactly("report.txt");
    }

    @Test
    void a_link_stays_a_link_to_the_new_report() throws IOException {
        Path target = Files.writeString(folder.resolve("kept.txt"), "older");
        Path link = Files.createSymbolicLink(folder.resolve("report.txt"), target);
        Reports.write(link, Command.MIGRATE, Samples.completed(), new Redactor());
        assertThat(link).isSymbolicLink();
        assertThat(target).content().contains("Completed");
    }

    @Test
    void a_disk_that_fails_half_way_leaves_the_older_report_and_no_half_file() throws IOException {
        Path file = Files.writeString(folder.resolve("report.txt"), "older");
        MigrationResult result = Samples.rejected();
        assertThatThrownBy(() -> Reports.unfinished(file, Reports.ended(result), new Redactor(), out -> {
                    try {
                        out.append("half");
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    throw new UncheckedIOException(new IOException("No space left on device"));
                }))
                .isInstanceOfSatisfying(
                        FerryException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT))
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("ended as REJECTED");
        assertThat(file).content().isEqualTo("older");
        assertThat(filesIn(folder)).containsExactly("report.txt");
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
