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
}
