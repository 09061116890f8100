package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.UsageException;
import dev.ferry.profile.courses.CoursesProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@NullMarked
class RejectsTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path output;

    private Trial courses;

    @BeforeEach
    void source() {
        courses = new Trial(new CoursesProfile(), folder)
                .file("metadata.json", "{\"AS.100.100\": {}, \"bad\": {}}")
                .file("data.json", """
                        {
                          "AS.100.100_FA23": {
                            "course_name": "one\\nline",\r
                            "n": 1.10,
                            "ta_frequency": {"x": -1,
                              "y": "z"}
                          },
                          "AS.100.100_FA24": {}
                        }
                        """);
    }

    @Test
    void each_rejected_record_is_one_line_as_it_stands_with_its_reasons() throws IOException {
        Path file = output.resolve("rejects.jsonl");
        courses.migrate(options -> options.withRejects(file));
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).startsWith("{\"section\":\"metadata\",\"key\":\"bad\",\"record\":{},");
        JsonNode second = new JsonMapper().readTree(lines.get(1));
        assertThat(second.get("section").asString()).isEqualTo("data");
        assertThat(second.get("key").asString()).isEqualTo("AS.100.100_FA23");
        assertThat(lines.get(1)).contains("\"course_name\": \"one\\nline\"").contains("\"n\": 1.10");
        assertThat(second.get("violations"))
                .extracting(reason -> reason.get("constraint").asString() + " "
                        + reason.get("line").asString() + ":"
                        + reason.get("column").asString() + " "
                        + reason.get("pointer").asString() + " "
                        + reason.get("value").asString())
                .containsExactly(
                        "PositiveOrZero 5:27 /AS.100.100_FA23/ta_frequency/x -1",
                        "type 6:12 /AS.100.100_FA23/ta_frequency/y \"z\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void without_rejected_records_the_file_is_empty_and_an_old_one_is_gone() throws IOException {
        courses.file("metadata.json", "{}").file("data.json", "{}");
        Path file = Files.writeString(output.resolve("rejects.jsonl"), "old\n");
        courses.migrate(options -> options.withRejects(file));
        assertThat(file).isEmptyFile();
    }

    @Test
    void a_run_that_fails_leaves_no_half_file_and_an_old_one_as_it_was() throws IOException {
        Path file = Files.writeString(output.resolve("rejects.jsonl"), "old\n");
        MigrationListener failing = new MigrationListener() {
            @Override
            public void progress(Progress progress) {
                throw new IllegalStateException("in the middle");
            }
        };
        assertThatThrownBy(() -> courses.migrate(courses.database(), options -> options.withRejects(file), failing))
                .hasMessage("in the middle");
        assertThat(file).content().isEqualTo("old\n");
        try (Stream<Path> files = Files.list(output)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void a_folder_that_is_not_there_is_refused_before_anything_is_written() {
        assertThatThrownBy(() -> courses.migrate(options -> options.withRejects(output.resolve("none/rejects.jsonl"))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("none/rejects.jsonl");
        assertThat(courses.value("SELECT to_regnamespace('courses') IS NULL")).isEqualTo("t");
    }

    @Test
    void rejected_records_can_be_mended_and_migrated_with_their_parents_in_the_database() throws IOException {
        Path file = output.resolve("rejects.jsonl");
        courses.migrate(
                options -> options.withOnRejected(OnRejected.WRITE_THE_REST).withRejects(file));
        assertThat(courses.value("SELECT count(*) FROM courses.courses")).isEqualTo("1");
        Files.writeString(
                file,
                Files.readString(file)
                        .replace("\"key\":\"bad\"", "\"key\":\"AS.100.200\"")
                        .replace("{\"x\": -1,", "{\"x\": 1,")
                        .replace("\"y\": \"z\"", "\"y\": 2"));

        MigrationResult mended = new Trial(new CoursesProfile(), file, courses.url).migrate();
        assertThat(mended.summary().report().listed()).isEmpty();
        assertThat(courses.value("SELECT string_agg(course_code, ' ' ORDER BY 1) FROM courses.course_metadata"))
                .isEqualTo("AS.100.100 AS.100.200");
        assertThat(courses.value("SELECT data FROM courses.courses WHERE instance_key = 'AS.100.100_FA23'"))
                .isEqualTo("{\"n\": 1.10, \"course_name\": \"one\\nline\", \"ta_frequency\": {\"x\": 1, \"y\": 2}}");
    }

    @Test
    void a_record_that_is_still_wrong_is_placed_in_the_rejects_file() {
        Path file = output.resolve("rejects.jsonl");
        courses.migrate(
                options -> options.withOnRejected(OnRejected.WRITE_THE_REST).withRejects(file));
        MigrationResult again = new Trial(new CoursesProfile(), file, courses.url).migrate();
        assertThat(again.summary().report().listed())
                .extracting(violation ->
                        violation.position().line() + " " + violation.position().pointer())
                .containsExactly("1 /bad", "2 /AS.100.100_FA23/ta_frequency/x", "2 /AS.100.100_FA23/ta_frequency/y");
    }

    @Test
    void a_line_that_is_no_rejected_record_is_refused_at_its_place() throws IOException {
        Path file = Files.writeString(
                output.resolve("rejects.jsonl"),
                "{\"section\":\"metadata\",\"key\":\"AS.100.100\",\"record\":{}}\n{\"section\":\"data\",\"record\":{}}\n");
        MigrationResult result = new Trial(new CoursesProfile(), file, courses.url).migrate();
        assertThat(result).isInstanceOf(MigrationResult.Rejected.class);
        assertThat(result.summary().report().listed()).singleElement().satisfies(violation -> {
            assertThat(violation.constraint()).isEqualTo("syntax");
            assertThat(violation.position().line()).isEqualTo(2);
            assertThat(violation.message()).contains("section, record").contains("key");
        });
    }

    @Test
    void the_source_is_never_overwritten() throws IOException {
        String before = Files.readString(folder.resolve("data.json"));
        assertThatThrownBy(() -> courses.migrate(options -> options.withRejects(folder.resolve("data.json"))))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("over the source");
        Path link = Files.createSymbolicLink(output.resolve("link.jsonl"), folder.resolve("data.json"));
        assertThatThrownBy(() -> courses.migrate(options -> options.withRejects(link)))
                .isInstanceOf(UsageException.class);
        assertThat(folder.resolve("data.json")).content().isEqualTo(before);
    }

    @Test
    void a_symbolic_link_is_followed_and_what_is_no_file_is_refused() throws IOException {
        Path file = Files.writeString(output.resolve("real.jsonl"), "");
        Path link = Files.createSymbolicLink(output.resolve("link.jsonl"), file);
        courses.migrate(options -> options.withRejects(link));
        assertThat(link).isSymbolicLink();
        assertThat(Files.readAllLines(file)).hasSize(2);
        Path inside = Files.createDirectory(output.resolve("folder.jsonl"));
        assertThatThrownBy(() -> courses.migrate(options -> options.withRejects(inside)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("is no regular file");
    }
}
