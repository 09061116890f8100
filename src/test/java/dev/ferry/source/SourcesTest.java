package dev.ferry.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.RefusalException;
import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesTest extends JsonFileTest {
    private static final Section METADATA = Section.keyed("metadata");

    @Test
    void a_folder_has_a_file_for_each_section_and_tells_of_others() {
        write("data.json", "{\"a\": 1}");
        write("metadata.json", "{\"b\": 2}");
        write("notes.json", "not even JSON");
        write("readme.txt", "");

        Source source = open(folder, METADATA, DATA);

        assertThat(records(source, DATA)).extracting(JsonFileTest::text).containsExactly("1");
        assertThat(records(source, METADATA)).extracting(JsonFileTest::text).containsExactly("2");
        assertThat(records(source, METADATA).get(0).position().file()).isEqualTo(folder + "/metadata.json");
        assertThat(source.notices()).containsExactly(folder + "/notes.json is not read: no section has its name");
    }

    @Test
    void a_folder_without_a_section_s_file_is_refused() {
        write("data.json", "{}");

        assertThatThrownBy(() -> open(folder, METADATA, DATA)).isInstanceOfSatisfying(UsageException.class, e -> {
            assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE);
            assertThat(e)
                    .hasMessage("folder " + folder + " has no metadata.json; a folder needs metadata.json, data.json"
                            + " (or .csv or .jsonl instead of .json)");
            assertThat(e.advice()).contains("a single file can be given alone: " + folder + "/data.json");
        });
    }

    @Test
    void an_empty_folder_is_refused_without_naming_a_file_that_is_not_there() {
        assertThatThrownBy(() -> open(folder, METADATA, DATA))
                .isInstanceOfSatisfying(
                        UsageException.class, e -> assertThat(e.advice()).isEmpty());
    }

    @Test
    void an_empty_name_is_told_as_such() {
        assertThatThrownBy(() -> Sources.open("", List.of(DATA), Limits.DEFAULT))
                .isInstanceOf(UsageException.class)
                .hasMessage("the source must be a file or folder, was ''");
    }

    @Test
    void a_file_named_as_a_section_is_that_section_and_the_others_are_empty() {
        Source source = open(write("metadata.json", "{\"data\": {}}"), METADATA, DATA);

        assertThat(records(source, METADATA))
                .extracting(r -> r.key().orElseThrow())
                .containsExactly("data");
        assertThat(records(source, DATA)).isEmpty();
        assertThat(source.size(DATA)).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"metadata\": {\"m\": 1}, \"x\": [[1], {\"data\": 0}], \"data\": {\"d\": 2}} | 1:15 | 1:58",
                "{\"x\": 1, \"data\": {\"d\": 2}, \"metadata\": {\"m\": 1}} | 1:41 | 1:19",
            })
    void a_document_has_its_sections_as_members_in_any_order(String json, String metadata, String data) {
        Source source = open(write("all.json", json), METADATA, DATA);

        for (int pass = 0; pass < 2; pass++) {
            assertThat(records(source, DATA))
                    .extracting(r -> text(r) + place(r.position()))
                    .containsExactly("2" + data);
            assertThat(records(source, METADATA))
                    .extracting(r -> text(r) + place(r.position()))
                    .containsExactly("1" + metadata);
        }
        RawRecord record = records(source, DATA).get(0);
        assertThat(record.position().pointer()).isEqualTo("/data/d");
        assertThat(source.record(DATA, record.offset()).position()).isEqualTo(record.position());
        assertThat(source.size(DATA)).isEqualTo("{\"d\": 2}".length());
        assertThat(source.notices()).containsExactly("member x is not read: no section has its name");
    }

    @Test
    void a_document_may_lack_sections_but_not_all_of_them() {
        assertThat(open(write("all.json", "{\"data\": {}}"), METADATA, DATA).notices())
                .containsExactly("section metadata is not in the file; it is taken as empty");
        assertThatThrownBy(() -> open(write("all.json", " {\"x\": {}}"), METADATA, DATA))
                .isInstanceOfSatisfying(BindingException.class, e -> {
                    assertThat(e)
                            .hasMessageStartingWith(
                                    "the file holds none of the sections metadata, data (give an object with");
                    assertThat(place(e.position())).isEqualTo("1:2");
                });
    }

    @Test
    void a_document_that_is_broken_anywhere_is_refused_when_opened() {
        assertBrokenDocument("{\"data\": {\"a\": 1,}}", "1:17", "/data");
        assertBrokenDocument("{\"data\": {\"a\": [1 2]}}", "1:19", "/data/a/0");
        assertBrokenDocument("{\"data\": {}, \"x\": {\"a\": 1,}}", "1:26", "");
        assertBrokenDocument("{\"data\": {}, }", "1:12", "");
        assertBrokenDocument("{\"data\": {}, \"data\": {}}", "1:14", "");
        assertBrokenDocument("{\"data\": []}", "1:10", "/data");
        assertBrokenDocument("[]", "1:1", "");
        assertBrokenDocument("{\"data\": {}", "1:12", "");
    }

    private void assertBrokenDocument(String json, String place, String pointer) {
        assertThatThrownBy(() -> open(write("all.json", json), METADATA, DATA))
                .isInstanceOfSatisfying(BindingException.class, e -> {
                    assertThat(place(e.position())).isEqualTo(place);
                    assertThat(e.position().pointer()).isEqualTo(pointer);
                });
    }

    @Test
    void many_unknown_members_are_told_shortly() {
        StringBuilder json = new StringBuilder("{\"data\": {}, \"metadata\": {}");
        for (int i = 0; i < 1_000; i++) {
            json.append(", \"x").append(i).append("\": 1");
        }

        assertThat(open(write("all.json", json.append("}").toString()), METADATA, DATA)
                        .notices())
                .hasSize(21)
                .last()
                .isEqualTo("980 more members are not read either");
    }

    @Test
    void what_does_not_exist_or_is_no_file_is_a_usage_error() throws IOException {
        for (Path path : List.of(folder.resolve("none.json"), Files.createDirectory(folder.resolve("empty")))) {
            assertThatThrownBy(() -> open(path, DATA))
                    .isInstanceOfSatisfying(
                            FerryException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE))
                    .hasMessageContaining(path.toString());
        }
        assertThatThrownBy(() -> Sources.open("a\0b", List.of(DATA), Limits.DEFAULT))
                .isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> Sources.open("/dev/null", List.of(DATA), Limits.DEFAULT))
                .hasMessage("/dev/null is not a regular file");
    }

    @Test
    void a_file_that_changes_between_two_passes_is_refused() throws IOException {
        Path file = write("data.json", "{\"a\": 1}");
        Source source = open(file, DATA);
        records(source, DATA);

        Files.writeString(file, "{\"a\": 1, \"b\": 2}");

        assertThatThrownBy(() -> records(source, DATA)).isInstanceOf(RefusalException.class);
        assertThatThrownBy(source::sha256).isInstanceOf(RefusalException.class);
    }

    @Test
    void the_hash_is_that_of_the_file_or_of_the_list_of_files() throws Exception {
        Path data = write("data.json", "{\"a\": 1}");
        write("metadata.json", "{}");
        String ofData = sha256("{\"a\": 1}");

        assertThat(open(data, DATA).sha256()).isEqualTo(ofData);
        assertThat(open(folder, METADATA, DATA).sha256())
                .isEqualTo(sha256(ofData + "  data.json\n" + sha256("{}") + "  metadata.json\n"));
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }
}
