package dev.ferry.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.failure.UsageException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SectionFilesTest extends JsonFileTest {
    private static final Section EXTRAS =
            Section.list("Extras", "id").alsoNamed("more").optional();

    @Test
    void each_section_may_have_a_file_of_another_kind_whatever_the_case_of_its_name() {
        write("Data.JSONL", "{\"k\": 1}\n\n{\"l\": [2,\n3]}\n");
        write("ITEMS.csv", "id\n1\n");
        write("more.json", "[{\"id\": 5}]");

        Source source = open(folder, DATA, ITEMS, EXTRAS);

        assertThat(records(source, DATA)).extracting(JsonFileTest::text).containsExactly("1", "[2,\n3]");
        assertThat(records(source, DATA)).extracting(RawRecord::id).containsExactly("k", "l");
        assertThat(records(source, ITEMS)).extracting(RawRecord::id).containsExactly("1");
        assertThat(records(source, EXTRAS)).extracting(RawRecord::id).containsExactly("5");
        assertThat(source.notices()).isEmpty();
    }

    @Test
    void an_optional_section_need_not_be_there_and_a_required_one_must() {
        write("data.csv", "$key\nk\n");
        write("items.csv", "id\n1\n");
        write("other.csv", "x");

        Source source = open(folder, DATA, ITEMS, EXTRAS);

        assertThat(records(source, EXTRAS)).isEmpty();
        assertThat(source.notices())
                .containsExactly(
                        "section Extras is not in the folder; it is taken as empty",
                        folder + "/other.csv is not read: no section has its name");
        assertThatThrownBy(() -> open(folder, DATA, Section.keyed("things"), EXTRAS))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith(
                        "folder " + folder + " has no things.json; a folder needs data.json, things.json");
    }

    @Test
    void a_folder_of_optional_sections_has_a_file_for_one_at_least() {
        assertThatThrownBy(() -> open(folder, EXTRAS, ITEMS.optional()))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("has no Extras.json, items.json; a folder needs one of them");

        write("items.csv", "id\n1\n");

        assertThat(records(open(folder, EXTRAS, ITEMS.optional()), ITEMS.optional()))
                .hasSize(1);
    }

    @Test
    void two_files_of_one_section_are_refused_by_name() {
        write("items.csv", "id\n1\n");
        write("Items.json", "[]");

        assertThatThrownBy(() -> open(folder, ITEMS))
                .isInstanceOf(UsageException.class)
                .hasMessage("folder " + folder + " has several files for section items: Items.json, items.csv");
    }

    @Test
    void a_csv_file_alone_is_the_section_of_its_name() {
        Source source = open(write("Items.csv", "id\n1\n"), ITEMS, DATA);

        assertThat(records(source, ITEMS)).hasSize(1);
        assertThat(records(source, DATA)).isEmpty();
        assertThatThrownBy(() -> open(write("things.csv", "id\n1\n"), ITEMS, DATA))
                .isInstanceOfSatisfying(
                        UsageException.class,
                        e -> assertThat(e.advice()).contains("name it after its section, one of items.csv, data.csv"));
    }

    @Test
    void of_twins_a_file_is_the_one_that_its_shape_tells() {
        Section list = Section.list("things", "id");
        Section keyed = Section.keyed("things");

        assertThat(records(open(write("things.csv", "id\n1\n"), keyed, list), list))
                .hasSize(1);
        assertThat(records(open(write("things.csv", "$key,id\nk,1\n"), list, keyed), keyed))
                .hasSize(1);
        folder.resolve("things.csv").toFile().delete();
        write("things.jsonl", "{\"k\": {\"id\": 1}}\n");
        assertThat(records(open(folder, list, keyed), keyed))
                .extracting(RawRecord::id)
                .containsExactly("k");
        write("things.jsonl", "{\"id\": 1}\n");
        assertThat(records(open(folder, list, keyed), list))
                .extracting(RawRecord::id)
                .containsExactly("1");
    }

    @Test
    void a_line_s_record_stands_where_it_stands() {
        write("data.jsonl", "{\"a\": 1}\r\n  {\"ä\": {\"b\": [true]}}\n");
        Source source = open(folder, DATA);

        RawRecord second = records(source, DATA).get(1);

        assertThat(place(second.position())).isEqualTo("2:3");
        assertThat(place(second.locate(List.of("b", "0")))).isEqualTo("2:16");
        assertThat(second.locate(List.of("b", "0")).pointer()).isEqualTo("/ä/b/0");
        assertThat(text(source.record(DATA, second.offset()))).isEqualTo("{\"b\": [true]}");
    }

    @Test
    void a_line_with_more_than_a_record_is_refused() {
        for (String line : List.of("{\"a\": 1, \"b\": 2}", "{\"a\": 1} {\"b\": 2}", "[]", "{}")) {
            write("data.jsonl", "{\"k\": 0}\n" + line + "\n");
            BindingException e = catchThrowableOfType(BindingException.class, () -> records(open(folder, DATA), DATA));
            assertThat(e).as(line).isNotNull();
            assertThat(e.position().line()).as(line).isEqualTo(2);
        }
    }
}
