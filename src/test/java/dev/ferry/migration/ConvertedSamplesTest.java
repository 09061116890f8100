package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.convert.Conversion;
import dev.ferry.convert.Converter;
import dev.ferry.convert.FileFormat;
import dev.ferry.ledger.EntityCount;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.source.Limits;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Source;
import dev.ferry.source.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The samples of every profile as files of every format. */
@NullMarked
class ConvertedSamplesTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> samples_read_the_same_from_every_format() {
        return Profiles.all().stream()
                .flatMap(profile -> Stream.of(FileFormat.values())
                        .map(format -> DynamicTest.dynamicTest(profile.name() + " " + format, () -> {
                            Path converted = convert(profile, format);
                            for (Section section : profile.sections()) {
                                assertThat(records(profile, converted, section))
                                        .isEqualTo(records(profile, samples(profile), section));
                            }
                        })));
    }

    @TestFactory
    Stream<DynamicTest> a_folder_of_csv_files_migrates_to_the_rows_of_the_sample() {
        return Profiles.all().stream().map(profile -> DynamicTest.dynamicTest(profile.name(), () -> sameRows(profile)));
    }

    private void sameRows(Profile profile) {
        Trial original = new Trial(profile, samples(profile));
        MigrationResult first = original.migrate();
        Trial tables = new Trial(profile, convert(profile, FileFormat.CSV), original.url);

        MigrationResult second = tables.migrate(options -> options.withOnConflict(OnConflict.UPDATE));

        assertThat(Trial.violations(second)).isEmpty();
        for (EntityCount count : first.summary().entities()) {
            EntityCount again = Trial.count(second, count.entity());
            assertThat(again.inserted() + again.updated()).as(count.entity()).isZero();
            assertThat(again.read()).as(count.entity()).isEqualTo(count.read());
        }
        assertThat(first.summary().entities()).anyMatch(count -> count.inserted() > 0);
    }

    @Test
    void what_is_rejected_of_a_csv_file_can_be_mended_as_it_stood() throws Exception {
        Profile profile = Profiles.all().stream()
                .filter(any -> any.name().equals("classroom"))
                .findFirst()
                .orElseThrow();
        Path converted = convert(profile, FileFormat.CSV);
        Path students = converted.resolve("students.csv");
        String sound = Files.readString(students);
        Files.writeString(students, sound.replace("\"Ciara O'Neill\"", "true").replace("\"student-3\"", "3"));
        Path rejects = folder.resolve("rejects.jsonl");
        assertThat(sound).contains("\"Ciara O'Neill\"").contains("2024-08-26");
        Files.writeString(students, Files.readString(students).replace("2024-08-26", "2024-13-26"));

        MigrationResult result = new Trial(profile, converted)
                .migrate(options -> options.withRejects(rejects).withOnRejected(OnRejected.WRITE_THE_REST));

        assertThat(Trial.violations(result)).anyMatch(found -> found.startsWith("students 3 type"));
        String line = Files.readAllLines(rejects).stream()
                .filter(rejected -> rejected.contains("\"section\":\"students\""))
                .findFirst()
                .orElseThrow();
        Files.writeString(rejects, line.replace("2024-13-26", "2024-08-26"));
        Trial mended = new Trial(profile, rejects);
        assertThat(Trial.violations(mended.migrate())).isEmpty();
        assertThat(mended.value("SELECT id || ' ' || name FROM classroom.students"))
                .isEqualTo("3 true");
    }

    private static Path samples(Profile profile) {
        return Path.of("samples", profile.name());
    }

    private Path convert(Profile profile, FileFormat format) {
        Path output = folder.resolve(profile.name() + format.extension());
        try (Source source = Sources.open(samples(profile).toString(), profile.sections(), Limits.DEFAULT)) {
            Conversion conversion = new Converter(source, profile.name(), profile.sections(), format).into(output);
            assertThat(conversion.files()).isNotEmpty();
        }
        return output;
    }

    private static List<Object> records(Profile profile, Path source, Section section) {
        List<Object> all = new ArrayList<>();
        try (Source open = Sources.open(source.toString(), profile.sections(), Limits.DEFAULT);
                Stream<RawRecord> records = open.records(section)) {
            records.forEach(
                    record -> all.add(List.of(record.key().orElse(""), record.id(), MAPPER.readTree(record.bytes()))));
        }
        return all;
    }
}
