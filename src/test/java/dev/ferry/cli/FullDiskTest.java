package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands in processes of their own, to which the system allows no file as large as the one that they write. */
class FullDiskTest {
    private static final String SAMPLES =
            Path.of("samples/courses").toAbsolutePath().toString();
    private static final int KILOBYTES = 64;

    @TempDir
    Path folder;

    @Test
    void a_backup_that_does_not_fit_leaves_nothing_and_lets_nothing_be_written() throws Exception {
        EndToEndCommandLine ferry = new EndToEndCommandLine(folder);
        ferry.run("migrate", "-p", "courses", SAMPLES);
        DatabaseDump.execute(
                ferry.database,
                "UPDATE courses.courses SET data = (SELECT jsonb_agg(gen_random_uuid()) FROM generate_series(1, 5000))");
        var before = DatabaseDump.of(ferry.database, "courses");
        for (List<String> words : List.of(
                List.of("backup", "-p", "courses"),
                List.of("migrate", "-p", "courses", SAMPLES, "--truncate"),
                List.of("migrate", "-p", "courses", SAMPLES, "--on-conflict", "update"))) {
            File err = folder.resolve("err").toFile();
            assertThat(limited(ferry.database, KILOBYTES, words, err))
                    .as(words.toString())
                    .isEqualTo(6);
            assertThat(Files.readString(err.toPath()))
                    .contains("the backup could not be written to", "nothing is left of it");
            assertThat(folder.resolve("backups")).isEmptyDirectory();
            assertThat(DatabaseDump.of(ferry.database, "courses")).isEqualTo(before);
        }
        assertThat(ferry.run("backup", "-p", "courses").code().status()).isZero();
        assertThat(folder.resolve("backups")).isNotEmptyDirectory();
    }

    @Test
    void a_report_that_does_not_fit_takes_the_run_back() throws Exception {
        EndToEndCommandLine ferry = new EndToEndCommandLine(folder);
        ferry.run("setup", "-p", "courses");
        File err = folder.resolve("err").toFile();
        List<String> words = List.of("migrate", "-p", "courses", SAMPLES, "--report", "report.html");
        assertThat(limited(ferry.database, 1, words, err)).isEqualTo(6);
        assertThat(Files.readString(err.toPath()))
                .contains("report.html' could not be written", "; the run was taken back");
        assertThat(DatabaseDump.of(ferry.database, "courses").values()).allMatch(List::isEmpty);
        assertThat(DatabaseDump.column(ferry.database, "SELECT status FROM ferry.runs ORDER BY run_id DESC LIMIT 1"))
                .containsExactly("FAILED");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("report"));
        }
        assertThat(ferry.run(words.toArray(String[]::new)).code().status()).isZero();
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
    }

    private int limited(String url, int kilobytes, List<String> words, File err) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(
                                "bash",
                                "-c",
                                "ulimit -f " + kilobytes + "; exec \"$0\" \"$@\"",
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:-UsePerfData",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()),
                        words.stream())
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(err);
        builder.environment().put("DATABASE_URL", url);
        return builder.start().waitFor();
    }
}
