package dev.ferry.migration;

import static dev.ferry.migration.Trial.records;
import static dev.ferry.migration.Trial.rows;
import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ferry.failure.ExitCode;
import dev.ferry.profile.courses.CoursesProfile;
import dev.ferry.validate.Warning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class CoursesTest {
    private static final String METADATA = "{\"AS.100.100\": {}}";

    @TempDir
    private Path folder;

    private Trial courses;

    @BeforeEach
    void source() {
        courses = new Trial(new CoursesProfile(), folder)
                .file("metadata.json", METADATA)
                .file("data.json", "{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"n\": 1e400, \"m\": -0, \"k\": -0.00, \"e\": 1E-7, \"d\": 1.10}",
                "{\"b\": 1, \"a\": {\"z\": [null, {\"deep\": [[[]]]}], \"\": true}, \"course_name\": null}",
                "{\"course_name\": \"\\u00e9\\ud83d\\ude00\\\\\\\"\\n\\/\", \"umläut ключ\": \"\\u0001 \\u2028\"}",
                "{\"ta_frequency\": {\"Often\": 9223372036854775807, \"a.b\": 0}, \"ta_names\": [\"A\", \"A\"]}"
            })
    void a_payload_is_kept_as_it_stands(String payload) {
        keeps(payload);
    }

    @Test
    void a_number_of_400_digits_is_kept_to_the_last() {
        String digits = "1234567890".repeat(40);
        keeps("{\"long\": " + digits + ", \"fraction\": -0." + digits + "}");
        assertThat(courses.value("SELECT data ->> 'long' FROM courses.courses")).isEqualTo(digits);
    }

    private void keeps(String payload) {
        courses.file("data.json", "{\"AS.100.100_FA23\": " + payload + "}");
        assertThat(violations(courses.migrate())).isEmpty();
        assertThat(courses.value("SELECT data = $payload$" + payload + "$payload$::jsonb FROM courses.courses"))
                .isEqualTo("t");
        assertThat(courses.value("SELECT data::text FROM courses.courses"))
                .isEqualTo(courses.value("SELECT $payload$" + payload + "$payload$::jsonb::text"));
        assertThat(rows(courses.migrate(options -> options.withOnConflict(OnConflict.UPDATE))))
                .containsExactly("course_metadata 0/0/1/0", "courses 0/0/1/0");
    }

    @Test
    void the_order_of_members_is_no_difference_and_the_scale_of_a_number_is_none_either() {
        courses.file("data.json", "{\"AS.100.100_FA23\": {\"a\": 1.0, \"bb\": 2, \"course_name\": \"x\"}}");
        courses.migrate();
        courses.file("data.json", "{\"AS.100.100_FA23\": {\"course_name\": \"x\", \"bb\": 2, \"a\": 1.00}}");
        assertThat(rows(courses.migrate(options -> options.withOnConflict(OnConflict.UPDATE))))
                .containsExactly("course_metadata 0/0/1/0", "courses 0/0/1/0");
    }

    @Test
    void metadata_arrives_in_its_columns_and_null_periods_are_sql_null() {
        courses.file("metadata.json", """
                {"AS.100.100": {"last_period_gathered": "SU25", "last_period_failed": true,
                   "relevant_periods": ["AS.100.100_FA23", "ü"], "last_scrape_during_grace_period": "2024-02-29"},
                 "AS.100.101": {"last_period_gathered": null, "last_period_failed": null, "relevant_periods": null,
                   "last_scrape_during_grace_period": null},
                 "AS.100.102": {}, "AS.100.103": {"relevant_periods": []}}
                """);
        assertThat(courses.migrate().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(courses.column("SELECT concat_ws('|', course_code, last_period_gathered, last_period_failed,"
                        + " relevant_periods, last_scrape_during_grace_period, relevant_periods IS NULL)"
                        + " FROM courses.course_metadata ORDER BY 1"))
                .containsExactly(
                        "AS.100.100|SU25|t|[\"AS.100.100_FA23\", \"ü\"]|2024-02-29|f",
                        "AS.100.101|f|t",
                        "AS.100.102|f|t",
                        "AS.100.103|f|[]|f");
    }

    @Test
    void both_forms_of_a_key_find_their_course() {
        courses.file("metadata.json", "{\"AS.180.101\": {}, \"EN.553.421\": {}}")
                .file("data.json", "{\"AS.180.101_FA23\": {}, \"EN.553.421.01.FA22\": {}}");
        assertThat(courses.migrate().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(courses.column("SELECT instance_key || ' ' || course_code FROM courses.courses ORDER BY 1"))
                .containsExactly("AS.180.101_FA23 AS.180.101", "EN.553.421.01.FA22 EN.553.421");
    }

    @Test
    void metadata_may_be_in_the_database_alone() {
        courses.migrate();
        courses.file("metadata.json", "{}").file("data.json", "{\"AS.100.100_FA23\": {}}");
        assertThat(rows(courses.migrate())).containsExactly("course_metadata 0/0/0/0", "courses 1/0/0/0");
    }

    @Test
    void one_changed_value_updates_one_row_and_the_rollback_restores_its_time() {
        courses.file("data.json", "{\"AS.100.100_FA23\": {\"course_name\": \"Old\"}, \"AS.100.100_FA24\": {}}");
        courses.migrate();
        String times = "SELECT concat_ws(' ', instance_key, created_at, updated_at) FROM courses.courses ORDER BY 1";
        List<String> before = courses.column(times);

        courses.file("data.json", "{\"AS.100.100_FA23\": {\"course_name\": \"New\"}, \"AS.100.100_FA24\": {}}");
        MigrationResult result = courses.migrate(options -> options.withOnConflict(OnConflict.UPDATE));
        assertThat(rows(result)).containsExactly("course_metadata 0/0/1/0", "courses 0/1/1/0");
        List<String> after = courses.column(times);
        assertThat(after.get(0)).isNotEqualTo(before.get(0));
        assertThat(after.get(1)).isEqualTo(before.get(1));

        courses.rollback();
        assertThat(courses.column(times)).isEqualTo(before);
        assertThat(courses.value("SELECT data ->> 'course_name' FROM courses.courses WHERE data <> '{}'"))
                .isEqualTo("Old");
    }

    @Test
    void every_violation_of_both_files_is_found_in_one_run_and_nothing_is_written() {
        broken();
        MigrationResult result = courses.migrate();
        assertThat(result).isInstanceOf(MigrationResult.Rejected.class);
        assertThat(result.exitCode()).isEqualTo(ExitCode.CONTENT);
        assertThat(violations(result)).containsExactly(BROKEN);
        assertThat(rows(result)).containsExactly("course_metadata 0/0/0/0", "courses 0/0/0/0");
        assertThat(courses.dump().values()).allSatisfy(rows -> assertThat(rows).isEmpty());
        assertThat(courses.value("SELECT status FROM ferry.runs")).isEqualTo("REJECTED");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void the_valid_rest_is_written_where_that_is_asked(int batchSize) {
        broken();
        MigrationResult result = courses.migrate(
                options -> options.withOnRejected(OnRejected.WRITE_THE_REST).withBatchSize(batchSize));
        assertThat(result.exitCode()).isEqualTo(ExitCode.PARTIAL);
        assertThat(violations(result)).containsExactly(BROKEN);
        assertThat(records(result)).containsExactly("course_metadata 4/2/2", "courses 8/2/6");
        assertThat(courses.column("SELECT instance_key FROM courses.courses ORDER BY 1"))
                .containsExactly("AS.100.100_FA20", "AS.100.100_FA23");
        assertThat(result.summary().successRate()).isEqualTo(4 / 12.0);
    }

    private static final String[] BROKEN = {
        "course_metadata AS.100.101 type /AS.100.101/last_scrape_during_grace_period",
        "course_metadata AS.100.100 unique /AS.100.100",
        "courses AS.100.100_FA21 PositiveOrZero /AS.100.100_FA21/ta_frequency/Often",
        "courses AS.100.101_FA21 reference /AS.100.101_FA21",
        "courses AS.999.999_FA21 reference /AS.999.999_FA21",
        "courses nonsense Pattern /nonsense",
        "courses AS.100.100_FA22 type /AS.100.100_FA22/workload_frequency/Light",
        "courses AS.100.100_FA23 unique /AS.100.100_FA23"
    };

    private void broken() {
        courses.file("metadata.json", """
                        {"AS.100.100": {}, "AS.100.101": {"last_scrape_during_grace_period": "30.02.2024"},
                         "AS.100.102": {}, "AS.100.100": {"last_period_failed": true}}
                        """).file("data.json", """
                        {"AS.100.100_FA20": {}, "AS.100.100_FA21": {"ta_frequency": {"Often": -1}},
                         "AS.100.101_FA21": {}, "AS.999.999_FA21": {}, "nonsense": {},
                         "AS.100.100_FA22": {"workload_frequency": {"Light": "3"}},
                         "AS.100.100_FA23": {}, "AS.100.100_FA23": {}}
                        """);
    }

    @Test
    void more_violations_than_are_listed_are_counted_exactly_and_can_all_be_read() {
        courses.file(
                "data.json",
                IntStream.range(0, 2_500)
                        .mapToObj(
                                i -> "\"AS.100.100_" + i + "\": {\"ta_frequency\": {\"x\": -1, \"y\": \"ü" + i + "\"}}")
                        .collect(Collectors.joining(",\n", "{", "}")));
        MigrationResult result = courses.migrate(options -> options.withRejects(folder.resolve("rejects.jsonl")));
        assertThat(result.summary().report().violationCount()).isEqualTo(5_000);
        assertThat(result.summary().report().listed()).hasSize(1_000);
        List<String> values = new ArrayList<>();
        result.summary().report().forEach(violation -> values.add(violation.id() + " " + violation.constraint()));
        assertThat(values).hasSize(5_000).contains("AS.100.100_2499 type", "AS.100.100_2499 PositiveOrZero");
        assertThat(folder.resolve("rejects.jsonl")).content().hasLineCount(2_500);
        result.summary().report().close();
    }

    @Test
    void an_unknown_field_is_one_warning_with_its_count_and_fate() {
        courses.file("metadata.json", "{\"AS.100.100\": {\"first\": 1}, \"AS.100.101\": {\"first\": [{\"x\": 1}]}}")
                .file(
                        "data.json",
                        "{\"AS.100.100_FA23\": {\"extra\": {\"a\": 1}}, \"AS.100.100_FA24\": {\"extra\": 2}}");
        MigrationResult result = courses.migrate(options -> options.withBatchSize(1));
        assertThat(result.summary().report().warnings())
                .extracting(
                        Warning::entity,
                        Warning::field,
                        Warning::rule,
                        Warning::count,
                        warning -> warning.position().pointer())
                .containsExactly(
                        tuple("course_metadata", "first", "unknown-field", 2L, "/AS.100.100/first"),
                        tuple("courses", "extra", "unknown-field", 2L, "/AS.100.100_FA23/extra"));
        assertThat(result.summary().report().warnings())
                .extracting(Warning::message)
                .containsExactly(
                        "is not known to the profile and has no column: it is left out",
                        "is not known to the profile; it is kept in column data");
    }

    @Test
    void without_validation_keys_and_references_are_checked_all_the_same() {
        courses.file("metadata.json", "{\"AS.100.100\": {\"last_period_gathered\": \"XX99\"}}")
                .file("data.json", """
                        {"nonsense": {}, "AS.999.999_FA21": {}, "AS.100.100_FA22": {"ta_frequency": {"x": "y"}},
                         "AS.100.100_FA21": {"ta_frequency": {"Often": -1}}}
                        """);
        MigrationResult result = courses.migrate(
                options -> options.withChecks(Checks.SKIP_VALIDATION).withOnRejected(OnRejected.WRITE_THE_REST));
        assertThat(violations(result))
                .containsExactly(
                        "courses nonsense Pattern /nonsense",
                        "courses AS.999.999_FA21 reference /AS.999.999_FA21",
                        "courses AS.100.100_FA22 type /AS.100.100_FA22/ta_frequency/x");
        assertThat(courses.column("SELECT instance_key FROM courses.courses")).containsExactly("AS.100.100_FA21");
        assertThat(result.summary().report().warnings())
                .extracting(Warning::rule)
                .containsExactly("skip-validation");
    }

    @Test
    void a_run_without_violations_is_a_success_of_one_and_measures_itself() {
        MigrationResult result = courses.migrate();
        assertThat(result.summary().successRate()).isEqualTo(1.0);
        assertThat(result.summary().databaseMillis())
                .isBetween(1L, result.summary().durationMillis());
        assertThat(result.summary().peakMemoryBytes()).isPositive();
    }
}
