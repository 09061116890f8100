package dev.ferry.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.cli.EndToEndCommandLine.Ended;
import dev.ferry.failure.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are not what they should be, given to a migration: its exit code, what it says, and that nothing is written. */
@NullMarked
class HostileFileTest {
    private static final String ONE_USER = "{\"users\": [{\"user_id\": 1}]}";

    @TempDir
    private Path folder;

    private EndToEndCommandLine ferry;

    @BeforeEach
    void commandLine() {
        ferry = new EndToEndCommandLine(folder);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_content() throws IOException {
        assertThat(migrate("data.json", ("\uFEFF" + ONE_USER).getBytes(UTF_8)).code())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void another_encoding_is_refused_with_the_way_to_convert_it() throws IOException {
        assertThat(refused(ExitCode.CONTENT, "data.json", ONE_USER.getBytes(UTF_16)))
                .contains("iconv -f UTF-16");
        assertThat(refused(
                        ExitCode.CONTENT,
                        "data.json",
                        ONE_USER.replace("1", "\"é\"").getBytes(ISO_8859_1)))
                .contains("error[encoding]")
                .contains("data.json:1:25");
    }

    @Test
    void an_empty_file_and_one_of_white_space_are_told() throws IOException {
        assertThat(refused(ExitCode.CONTENT, "data.json", new byte[0])).contains("the file is empty");
        assertThat(refused(ExitCode.CONTENT, "data.json", " \r\n\t ".getBytes(UTF_8)))
                .contains("the file is empty");
        assertThat(refused(ExitCode.CONTENT, "data.ts", " \n// nothing\n".getBytes(UTF_8)))
                .contains("data.ts");
    }

    @Test
    void an_archive_is_no_source() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("data.json"));
            out.write(ONE_USER.getBytes(UTF_8));
        }
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(ONE_USER.getBytes(UTF_8));
        }
        for (String name : List.of("data.json", "data.zip", "data.json.gz", "users.jsonl", "users.csv", "data.ts")) {
            refused(ExitCode.CONTENT, name, zip.toByteArray());
            refused(ExitCode.CONTENT, name, gzip.toByteArray());
            refused(ExitCode.CONTENT, name, new byte[1_000]);
        }
    }

    @Test
    void what_is_no_file_is_told_and_not_waited_for() throws Exception {
        Path fifo = folder.resolve("fifo.json");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        Path loop = folder.resolve("loop.json");
        Files.createSymbolicLink(loop, loop);
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling.json"), folder.resolve("nowhere"));
        Path foldersName = Files.createDirectory(folder.resolve("data.json"));
        for (String source : List.of(
                "/dev/zero",
                "/dev/null",
                fifo.toString(),
                loop.toString(),
                dangling.toString(),
                foldersName.toString(),
                folder.resolve("none.json").toString(),
                "")) {
            Ended ended = ferry.run("migrate", "-p", "subscriptions", "--source", source);
            assertThat(ended.code()).as(source + ended.err()).isEqualTo(ExitCode.USAGE);
            assertSafe(ended);
        }
    }

    @Test
    void a_folder_may_hold_links_that_lead_nowhere_and_special_files_that_are_no_section() throws Exception {
        ferry.file("in/users.json", "[{\"user_id\": 1}]").file("in/analytics.json", "{}");
        Path in = folder.resolve("in");
        Files.createSymbolicLink(in.resolve("loop"), in);
        Files.createSymbolicLink(in.resolve("gone.json"), in.resolve("nowhere"));
        assertThat(new ProcessBuilder("mkfifo", in.resolve("pipe").toString())
                        .start()
                        .waitFor())
                .isZero();
        assertThat(ferry.run("migrate", "-p", "subscriptions", in.toString()).code())
                .isEqualTo(ExitCode.DONE);

        Files.delete(in.resolve("analytics.json"));
        Files.createSymbolicLink(in.resolve("analytics.json"), in.resolve("analytics.json"));
        Ended looping = ferry.run("migrate", "-p", "subscriptions", in.toString());
        assertThat(looping.code()).as(looping.err()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_file_s_name_acts_on_nothing() throws IOException {
        String name = "a\u001b[2J\u202E\n'; DROP TABLE x; --$(id).json";
        Files.writeString(folder.resolve(name), "{\"users\": [{\"user_id\": \"x\"}]}");
        Ended rejected =
                ferry.run("migrate", "-p", "subscriptions", folder.resolve(name).toString());
        assertThat(rejected.code()).isEqualTo(ExitCode.CONTENT);
        assertThat(rejected.out()).contains("a\\u001b[2J\\u202e\\n'; DROP TABLE x; --$(id).json:1:24");
        assertSafe(rejected);

        Files.writeString(folder.resolve(name), ONE_USER);
        Ended done =
                ferry.run("migrate", "-p", "subscriptions", folder.resolve(name).toString());
        assertThat(done.code()).isEqualTo(ExitCode.DONE);
        assertSafe(done);
        Ended status = ferry.run("status", "-p", "subscriptions");
        assertThat(status.code()).isEqualTo(ExitCode.DONE);
        assertSafe(status);
        Ended missing = ferry.run("migrate", "-p", "subscriptions", name + "x");
        assertThat(missing.code()).isEqualTo(ExitCode.USAGE);
        assertSafe(missing);
        assertThat(ferry.log())
                .doesNotContain("\u001b")
                .doesNotContain("\u202E")
                .doesNotContain("\n'; DROP");
    }

    @Test
    void rubbish_in_a_file_of_settings_is_told_at_its_line_without_its_text() throws IOException {
        for (String file : List.of(".env", "ferry.properties")) {
            for (byte[] content : List.of(
                    new byte[] {0, 1, 2, (byte) 0xFF, '\n'},
                    "FERRY_NO_SUCH_NAME=1\nfoo bar\n".getBytes(UTF_8),
                    "\u001b[2J=secret\n".getBytes(UTF_8),
                    ("x".repeat(3_000_000) + "\n").getBytes(UTF_8))) {
                Files.write(folder.resolve(file), content);
                Ended ended = ferry.run("status", "-p", "subscriptions");
                assertThat(ended.code()).as(file + ended.err()).isIn(ExitCode.USAGE, ExitCode.DONE);
                assertSafe(ended);
                assertThat(ended.err()).hasSizeLessThan(6_000).doesNotContain("secret");
            }
            Files.delete(folder.resolve(file));
        }
    }

    private Ended migrate(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
        return ferry.run("migrate", "-p", "subscriptions", folder.resolve(name).toString());
    }

    /** What is said of content that is refused; nothing was written. */
    private String refused(ExitCode code, String name, byte[] content) throws IOException {
        Ended ended = migrate(name, content);
        assertThat(ended.code()).as(name + "\n" + ended.out() + ended.err()).isEqualTo(code);
        assertSafe(ended);
        assertThat(ended.out() + ended.err()).contains(name);
        if (!DatabaseDump.column(ferry.database, "SELECT nspname FROM pg_namespace WHERE nspname = 'subscriptions'")
                .isEmpty()) {
            assertThat(DatabaseDump.of(ferry.database, "subscriptions").values())
                    .allMatch(List::isEmpty);
        }
        return ended.out() + ended.err();
    }

    static void assertSafe(Ended ended) {
        assertThat(ended.out() + ended.err())
                .doesNotContainPattern("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]")
                .doesNotContain("Exception");
    }
}
