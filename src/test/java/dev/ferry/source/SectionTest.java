package dev.ferry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SectionTest extends JsonFileTest {
    private static final Section APPS =
            Section.list("apps", "id").alsoNamed("applicationsData").orRoot();
    private static final Section LISTED = Section.list("categories", "name");
    private static final Section KEYED = Section.keyed("categories").alsoNamed("icons");
    private static final Section[] ALL = {APPS, LISTED, KEYED};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all.json              | {\"applicationsData\": [{\"id\": 1}]} | /applicationsData/0",
                "applicationsData.json | [{\"id\": 1}]                         | /0",
                "all.ts                | const applicationsData = [{id: 1}]    | /applicationsData/0",
                "all.ts                | const x = {applicationsData: [{id: 1}]} | /x/applicationsData/0",
            })
    void a_section_is_found_under_its_other_names_too(String file, String content, String pointer) {
        Source source = open(write(file, content), ALL);

        assertThat(records(source, APPS))
                .extracting(r -> r.position().pointer())
                .containsExactly(pointer);
        assertThat(records(source, APPS))
                .extracting(r -> r.position().section())
                .containsExactly("apps");
    }

    @Test
    void a_section_under_two_of_its_names_is_refused() {
        assertThatThrownBy(() -> open(write("all.json", "{\"apps\": [], \"applicationsData\": []}"), ALL))
                .hasMessage("section applicationsData stands twice in the file (merge the two)");
    }

    @Test
    void a_root_of_a_section_s_shape_is_that_section_whatever_the_file_is_called() {
        Source source = open(write("export.json", " [{\"id\": 1}, {\"id\": 2}]"), ALL);

        assertThat(records(source, APPS)).extracting(RawRecord::id).containsExactly("1", "2");
        assertThat(records(source, APPS))
                .extracting(r -> r.position().pointer())
                .containsExactly("/0", "/1");
        assertThat(source.notices()).isEmpty();
    }

    @Test
    void a_file_named_as_a_list_may_be_a_document_that_has_it() {
        Source source = open(write("apps.json", "{\"meta\": {}, \"apps\": [{\"id\": 1}]}"), ALL);

        assertThat(records(source, APPS))
                .extracting(r -> r.position().pointer())
                .containsExactly("/apps/0");
        assertThat(source.notices()).anyMatch(notice -> notice.contains("meta"));
        assertThatThrownBy(() -> open(write("apps.json", "{\"app\": []}"), ALL))
                .hasMessageStartingWith("the file holds none of the sections apps, ");
    }

    @Test
    void a_root_object_is_a_keyed_section_only_if_no_member_is_a_section() {
        Section root = Section.keyed("data").orRoot();

        assertThat(records(open(write("export.json", "{\"a\": 1, \"b\": 2}"), root), root))
                .hasSize(2);
        assertThat(records(open(write("export.json", "{\"a\": 1, \"data\": {\"c\": 3}}"), root), root))
                .extracting(JsonFileTest::text)
                .containsExactly("3");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "all.json        | {\"apps\": [], \"categories\": %s}",
                "categories.json | %s",
                "all.ts          | const apps = []; export const categories = %s",
                "all.ts          | const data = { apps: [], categories: (%s) }",
            })
    void twins_are_told_apart_by_the_first_byte(String file, String content) {
        Source listed = open(write(file, content.formatted("[{\"name\": \"a\"}]")), ALL);
        assertThat(records(listed, LISTED)).extracting(RawRecord::id).containsExactly("a");
        assertThat(records(listed, KEYED)).isEmpty();
        assertThat(listed.size(KEYED)).isZero();
        assertThat(listed.notices()).isEmpty();

        Source keyed = open(write(file, content.formatted("{\"Recite\": \"<svg/>\", \"n\": 1}")), ALL);
        assertThat(records(keyed, KEYED)).extracting(r -> r.id() + text(r)).containsExactly("Recite\"<svg/>\"", "n1");
        assertThat(records(keyed, LISTED)).isEmpty();
        assertThat(keyed.notices()).isEmpty();

        assertThatThrownBy(() -> open(write(file, content.formatted("\"text\"")), ALL))
                .isInstanceOf(BindingException.class)
                .hasMessage("section categories must be an array of records or an object whose member names are the"
                        + " records' keys, found text");
    }

    @Test
    void a_missing_pair_of_twins_is_told_once() {
        assertThat(open(write("all.json", "{\"apps\": []}"), ALL).notices())
                .containsExactly("section categories is not in the file; it is taken as empty");
        assertThatThrownBy(() -> open(write("all.json", "{\"categories\": [], \"categories\": {}}"), ALL))
                .hasMessage("section categories stands twice in the file (merge the two)");
    }

    @Test
    void twins_are_found_through_a_section_without_its_further_names() {
        Source source = open(write("all.json", "{\"icons\": {\"a\": 1}}"), ALL);

        assertThat(records(source, Section.keyed("categories"))).hasSize(1);
    }

    @Test
    void a_rejected_record_of_a_twin_with_a_key_is_of_the_keyed_one() {
        Source source = open(write("rejects.jsonl", """
                {"section":"categories","key":"Recite","record":"<svg/>","violations":[]}
                {"section":"categories","record":{"name":"a"}}
                {"section":"apps","record":{"id":"7"}}
                """), ALL);

        assertThat(records(source, KEYED)).extracting(r -> r.id() + text(r)).containsExactly("Recite\"<svg/>\"");
        assertThat(records(source, LISTED)).extracting(RawRecord::id).containsExactly("a");
        assertThat(records(source, APPS)).extracting(RawRecord::id).containsExactly("7");
        assertThatThrownBy(() -> records(open(write("bad.jsonl", """
                {"section":"apps","key":"x","record":1}
                """), ALL), APPS))
                .hasMessageEndingWith("sections are apps, categories");
    }

    @Test
    void a_folder_has_one_file_for_twins_under_any_name() {
        write("applicationsData.json", "[{\"id\": 1}]");
        write("categories.json", "{\"a\": 1}");
        Source source = open(folder, ALL);

        assertThat(records(source, APPS)).hasSize(1);
        assertThat(records(source, KEYED)).hasSize(1);
        assertThat(records(source, LISTED)).isEmpty();
        write("apps.json", "[]");
        assertThatThrownBy(() -> open(folder, ALL))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "folder " + folder + " has several files for section apps: apps.json, applicationsData.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"export.json", "data.ts", "data.mjs"})
    void a_folder_with_one_document_and_no_section_s_file_is_that_document(String name) throws IOException {
        boolean json = name.endsWith(".json");
        Path file = write(name, json ? "[{\"id\": 1}]" : "export default [{id: 1}]");
        Files.createDirectory(folder.resolve("apps.json"));
        Files.writeString(Files.createDirectory(folder.resolve("more")).resolve("other.json"), "");
        write("readme.md", "");
        Source source = open(folder, ALL);

        assertThat(source.name()).isEqualTo(folder.toString());
        assertThat(records(source, APPS)).extracting(r -> r.position().file()).containsExactly(file.toString());
        assertThat(Sources.reads(folder.toString(), List.of(ALL), file)).isTrue();
        assertThat(Sources.reads(folder.toString(), List.of(ALL), folder.resolve("readme.md")))
                .isFalse();
    }

    @Test
    void a_folder_s_only_file_is_a_document_too_where_it_is_named_as_a_list_and_holds_an_object() throws IOException {
        Path file = write("apps.json", "{\"meta\": {}, \"apps\": [{\"id\": 1}]}");
        Source source = open(folder, ALL);
        assertThat(records(source, APPS))
                .extracting(r -> r.position().pointer())
                .containsExactly("/apps/0");
        assertThat(Sources.reads(folder.toString(), List.of(ALL), file)).isTrue();
    }

    @Test
    void a_folder_with_several_documents_is_refused_with_the_way_to_give_one() {
        write("one.json", "[]");
        write("two.ts", "");

        assertThatThrownBy(() -> open(folder, ALL)).isInstanceOfSatisfying(UsageException.class, e -> {
            assertThat(e)
                    .hasMessage("folder " + folder
                            + " has several documents and no file that is named as a section: one.json, two.ts");
            assertThat(e.advice()).contains("give one of them alone: " + folder + "/one.json");
        });
    }

    @Test
    void every_file_of_a_section_is_one_that_is_read() {
        Path apps = write("applicationsData.json", "[]");
        Path categories = write("categories.json", "[]");
        Path other = write("other.json", "[]");

        assertThat(List.of(apps, categories, other))
                .extracting(file -> Sources.reads(folder.toString(), List.of(ALL), file))
                .containsExactly(true, true, false);
        assertThat(Sources.reads(other.toString(), List.of(ALL), other)).isTrue();
    }

    @Test
    void names_that_are_blank_and_two_roots_of_a_shape_are_refused() {
        assertThatThrownBy(() -> APPS.alsoNamed(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> open(write("all.json", "{}"), APPS, LISTED.orRoot()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at most one section of a shape may be the root, were apps, categories");
    }
}
