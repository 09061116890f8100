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

/** Backups by a process of its own, to which the system allows no file as large as its backup. */
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
            assertThat(limited(ferry.database, words, err)).as(words.toString()).isEqualTo(6);
            assertThat(Files.readString(err.toPath()))
                    .contains("the backup could not be written to", "nothing is left of it");
            assertThat(folder.resolve("backups")).isEmptyDirectory();
            assertThat(DatabaseDump.of(ferry.database, "courses")).isEqualTo(before);
        }
        assertThat(ferry.run("backup", "-p", "courses").code().status()).isZero();
        assertThat(folder.resolve("backups")).isNotEmptyDirectory();
    }

    private int limited(String url, List<String> words, File err) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(
                                "bash",
                                "-c",
                                "ulimit -f " + KILOBYTES + "; exec \"$0\" \"$@\"",
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
