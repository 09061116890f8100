package dev.ferry.migration;

import static dev.ferry.migration.Trial.count;
import static dev.ferry.migration.Trial.rows;
import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.DatabaseDump;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.RefusalException;
import dev.ferry.password.Match;
import dev.ferry.password.StoredHash;
import dev.ferry.profile.school.SchoolProfile;
import dev.ferry.write.WriterChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How runs of the school profile come out, whatever their batches, parts and order are. */
@NullMarked
class SchoolRunsTest {

    @TempDir
    private Path folder;

    private Trial school;

    @BeforeEach
    void source() {
        school = new Trial(new SchoolProfile(), folder.resolve("v1.json"));
    }

    private Trial write(Map<String, List<String>> sections) {
        return school.document(Stream.of(
                        "School", "Teacher", "Parent", "Student", "EmergencyContact", "SchoolClasses", "Streams")
                .map(name -> "\"" + name + "\": [" + String.join(",\n", sections.getOrDefault(name, List.of())) + "]")
                .collect(Collectors.joining(",\n", "{", "}")));
    }

    private static String schoolOf(String id, String more) {
        return "{\"id\": \"%1$s\", \"schoolName\": \"School %1$s\", \"schoolCode\": \"%1$s\"%2$s}".formatted(id, more);
    }

    private static String person(String id, String more) {
        return "{\"id\": \"" + id + "\", \"firstName\": \"Ann\"" + more + "}";
    }

    private static String of(String school) {
        return ", \"schoolId\": \"" + school + "\"";
    }

    private static MigrationOptions force(MigrationOptions options) {
        return options.withOnRejected(OnRejected.WRITE_THE_REST);
    }

    @Test
    void batches_of_any_size_give_the_same_rows_of_the_sample() {
        Map<String, List<String>> one = sample(1);
        assertThat(one.get("users")).hasSize(23);
        assertThat(sample(3)).isEqualTo(one);
        assertThat(sample(1000)).isEqualTo(one);
    }

    private static Map<String, List<String>> sample(int batchSize) {
        Trial trial = new Trial(new SchoolProfile(), Path.of("samples/school"));
        trial.migrate(options -> options.withBatchSize(batchSize));
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : DatabaseDump.of(trial.url, "school").keySet()) {
            rows.put(
                    table,
                    trial.column("SELECT to_jsonb(t) - 'created_at' - 'updated_at' || CASE WHEN t::text LIKE '%nakato%'"
                            + " THEN '{\"password\": \"\"}'::jsonb ELSE '{}' END FROM school." + table
                            + " t ORDER BY id"));
        }
        rows.put(
                "identities",
                trial.column(
                        "SELECT concat_ws(' ', table_name, source_key, target_id) FROM ferry.identities ORDER BY 1"));
        return rows;
    }

    @Test
    void statements_do_not_grow_with_the_records_of_a_batch() {
        assertThat(statements(60)).isEqualTo(statements(6));
    }

    /** Those of a first run and of one that updates. */
    private List<Integer> statements(int size) {
        Trial trial = new Trial(new SchoolProfile(), folder.resolve("v1.json"));
        school = trial;
        grown(size);
        StatementCount first = new StatementCount(trial.database());
        // The lanes differ in their statements, and their choice depends on the number of rows.
        trial.migrate(first, options -> options.withWriter(WriterChoice.JDBC), MigrationListener.SILENT);
        StatementCount second = new StatementCount(trial.database());
        MigrationResult again = trial.migrate(
                second,
                options -> SchoolTest.UPDATE.apply(options).withWriter(WriterChoice.JDBC),
                MigrationListener.SILENT);
        assertThat(count(again, "users").unchanged()).isEqualTo(4L * size);
        return List.of(first.statements(), second.statements());
    }

    private void grown(int size) {
        write(Map.of(
                "School", each(size, i -> schoolOf("s" + i, ", \"phone\": \"0711 000 %03d\"".formatted(i))),
                "Teacher", each(size, i -> person("t" + i, of("s" + i) + ", \"email\": \"a@x\"")),
                "Parent", each(size, i -> person("p" + i, of("s" + i) + ", \"phoneNumber\": \"0712 345 678\"")),
                "Student",
                        each(
                                size,
                                i -> person(
                                        "u" + i,
                                        of("s" + i)
                                                + ", \"parentId\": \"p%1$d\", \"classId\": \"c%1$d\"".formatted(i)
                                                + ", \"streamId\": \"m%d\"".formatted(i))),
                "SchoolClasses",
                        each(size, i -> "{\"id\": \"c%1$d\", \"name\": \"C\", \"schoolId\": \"s%1$d\"}".formatted(i)),
                "Streams",
                        each(
                                size,
                                i ->
                                        "{\"id\": \"m%1$d\", \"stream\": \"M\", \"schoolId\": \"s%1$d\", \"schoolClassesId\": \"c%1$d\"}"
                                                .formatted(i)),
                "EmergencyContact",
                        each(
                                size,
                                i ->
                                        "{\"id\": \"e%1$d\", \"firstName\": \"Eve\", \"studentId\": \"u%1$d\", \"phone\": \"0712345678\"}"
                                                .formatted(i))));
    }

    private static List<String> each(int size, IntFunction<String> record) {
        return IntStream.range(0, size).mapToObj(record).toList();
    }

    @Test
    void a_part_leaves_out_what_hangs_on_a_deleted_record_of_another_part() {
        write(Map.of(
                "School", List.of(schoolOf("s1", ""), schoolOf("s2", ", \"isDeleted\": true")),
                "Teacher", List.of(person("t1", of("s1")), person("t2", of("s2")))));
        school.migrate(options -> options.withEntities(Set.of("schools")));
        MigrationResult result = school.migrate(options -> options.withEntities(Set.of("teachers")));
        assertThat(violations(result)).isEmpty();
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(count(result, "teachers").filtered()).isEqualTo(1);
        assertThat(school.value("SELECT count(*) FROM school.teachers")).isEqualTo("1");
    }

    @Test
    void a_record_with_the_key_of_another_does_not_change_what_children_read() {
        write(Map.of(
                "School", List.of(schoolOf("s1", ""), schoolOf("s1", ", \"country\": \"Uganda\"")),
                "Teacher", List.of(person("t1", of("s1") + ", \"phoneNumber\": \"0712 345 678\""))));
        assertThat(violations(school.migrate(SchoolRunsTest::force)))
                .containsExactly("schools s1 unique /School/1/id", "schools s1 unique /School/1/schoolCode");
        assertThat(school.column("SELECT phone_number FROM school.users WHERE type = 'TEACHER'"))
                .containsExactly("+254712345678");
    }

    @Test
    void a_rejected_first_run_leaves_no_reference_data_and_no_identities() {
        write(Map.of("School", List.of(schoolOf("s1", "")), "Teacher", List.of(person("t1", of("s9")))));
        assertThat(school.migrate().exitCode()).isEqualTo(ExitCode.CONTENT);
        assertThat(school.value("SELECT count(*) FROM school.roles")).isEqualTo("0");
        assertThat(school.value("SELECT count(*) FROM ferry.identities")).isEqualTo("0");
        assertThat(school.column("SELECT status FROM ferry.runs")).containsExactly("REJECTED");
    }

    @Test
    void what_a_cleaning_had_to_leave_goes_with_a_later_one() {
        write(Map.of("School", List.of(schoolOf("s1", "")))).migrate();
        Setup.clean(school.database(), new SchoolProfile(), "school");
        assertThat(school.column("SELECT name FROM school.roles")).containsExactly("SCHOOL_ADMIN");
        school.rollback();
        Setup.clean(school.database(), new SchoolProfile(), "school");
        assertThat(school.value("SELECT count(*) FROM school.roles")).isEqualTo("0");
    }

    @Test
    void reference_data_that_a_row_made_by_hand_keeps_out_refuses_the_run() {
        write(Map.of("School", List.of(schoolOf("s1", "")))).migrate(options -> options.withMode(RunMode.SETUP));
        school.execute("UPDATE school.class_levels SET code = 'by-hand' WHERE code = 'primary'");
        assertThatThrownBy(school::migrate)
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("class_levels")
                .hasMessageContaining("class_levels_name_key");
        assertThat(school.value("SELECT count(*) FROM school.schools")).isEqualTo("0");
    }

    @Test
    void two_records_of_one_key_keep_their_passwords_apart() {
        write(Map.of(
                "School", List.of(schoolOf("s1", ""), schoolOf("s2", ", \"isDeleted\": true")),
                "Teacher",
                        List.of(
                                person("t1", of("s2") + ", \"password\": \"first\""),
                                person("t1", of("s1") + ", \"password\": \"second\""))));
        assertThat(school.migrate().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(StoredHash.of(school.value("SELECT password FROM school.users WHERE type = 'TEACHER'"))
                        .orElseThrow()
                        .matches("second"))
                .isEqualTo(Match.YES);
    }

    @Test
    void a_truncating_run_and_the_one_before_go_with_all_their_identities() {
        write(Map.of(
                        "School", List.of(schoolOf("s1", "")),
                        "Teacher", List.of(person("t1", of("s1") + ", \"email\": \"a@x\""))))
                .migrate();
        Map<String, List<String>> before = school.dump();
        List<String> identities = identities();
        assertThat(rows(school.migrate(options -> options.withExistingRows(ExistingRows.TRUNCATED))))
                .contains("users 2/0/0/0");
        assertThat(rows(school.migrate())).contains("users 0/0/0/2");
        school.rollback();
        school.rollback();
        assertThat(school.dump()).isEqualTo(before);
        assertThat(identities()).isEqualTo(identities);
        assertThat(rows(school.migrate())).contains("users 0/0/0/2");
        school.rollback();
        school.rollback();
        assertThat(identities()).isEmpty();
    }

    private List<String> identities() {
        return school.column(
                "SELECT concat_ws(' ', table_name, source_key, target_id) FROM ferry.identities ORDER BY 1");
    }

    @Test
    void a_user_that_was_deleted_by_hand_comes_again() {
        write(Map.of("School", List.of(schoolOf("s1", "")), "Teacher", List.of(person("t1", of("s1")))))
                .migrate();
        school.execute("DELETE FROM school.teachers");
        school.execute(
                "DELETE FROM school.user_roles WHERE user_id IN (SELECT id FROM school.users WHERE type = 'TEACHER')");
        school.execute("DELETE FROM school.users WHERE type = 'TEACHER'");
        assertThat(rows(school.migrate())).contains("users 1/0/0/1", "user_roles 1/0/0/1", "teachers 1/0/0/0");
        assertThat(rows(school.migrate())).contains("users 0/0/0/2", "user_roles 0/0/0/2", "teachers 0/0/0/1");
        school.rollback();
        school.rollback();
        assertThat(school.value("SELECT count(*) FROM school.users WHERE type = 'TEACHER'"))
                .isEqualTo("0");
    }

    @Test
    void reference_data_that_is_complete_is_no_run() {
        write(Map.of("School", List.of(schoolOf("s1", "")))).migrate();
        school.migrate();
        assertThat(school.column("SELECT status FROM ferry.runs ORDER BY run_id"))
                .as("the reference data and two migrations")
                .containsExactly("COMPLETED", "COMPLETED", "COMPLETED");
    }

    @Test
    void a_second_record_is_found_in_its_own_section() {
        write(Map.of(
                "School", List.of(schoolOf("s1", "")),
                "Teacher", List.of(person("t1", of("s1")), person("t1", of("s1"))),
                "Parent", List.of(person("t1", of("s1")))));
        assertThat(violations(school.migrate(SchoolRunsTest::force)))
                .containsExactly("teachers t1 unique /Teacher/1/id");
        assertThat(school.column("SELECT type FROM school.users ORDER BY id"))
                .containsExactly("SCHOOL_ADMIN", "TEACHER", "PARENT");
    }
}
