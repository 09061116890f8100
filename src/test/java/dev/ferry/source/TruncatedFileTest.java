package dev.ferry.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.failure.UsageException;
import dev.ferry.profile.Profiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples cut off behind each of their bytes, as an upload leaves them that broke off. */
class TruncatedFileTest extends JsonFileTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "courses/data.json",
                "courses/metadata.json",
                "subscriptions/data.json",
                "apps/middle/apps.json",
                "classroom/json/mockData.json",
                "school/v1.json",
            })
    void a_json_file_that_was_cut_off_anywhere_is_never_taken_for_whole(String sample) throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("samples").resolve(sample));
        int end = new String(whole, UTF_8).stripTrailing().getBytes(UTF_8).length;
        for (int length = 0; length < end; length++) {
            assertThat(isRead(sample, Arrays.copyOf(whole, length)))
                    .as(sample + " cut off behind byte " + length)
                    .isFalse();
        }
        assertThat(isRead(sample, whole)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"apps/applicationsData.ts", "classroom/mockData.ts", "school/csv/Teacher.csv"})
    void a_module_or_table_that_was_cut_off_is_read_to_the_end_or_refused(String sample) throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("samples").resolve(sample));
        int refused = 0;
        for (int length = 0; length < whole.length; length++) {
            refused += isRead(sample, Arrays.copyOf(whole, length)) ? 0 : 1;
        }
        assertThat(refused).isPositive();
        assertThat(isRead(sample, whole)).isTrue();
    }

    /** Whether all records come; anything else than a refusal with a place is a failure. */
    private boolean isRead(String sample, byte[] content) throws IOException {
        List<Section> sections =
                Profiles.named(sample.substring(0, sample.indexOf('/'))).sections();
        Path file = write(Path.of(sample).getFileName().toString(), content);
        try (Source source = Sources.open(file.toString(), sections, Limits.DEFAULT)) {
            for (Section section : sections) {
                try (Stream<RawRecord> records = source.records(section)) {
                    records.forEach(record -> {});
                }
            }
            return true;
        } catch (BindingException e) {
            assertThat(e.position().line()).isPositive();
            return false;
        } catch (UsageException e) {
            // No section is left that the name or the content tells.
            return false;
        }
    }
}
