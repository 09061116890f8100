package dev.ferry.migration;

import static dev.ferry.migration.Trial.rows;
import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.profile.classroom.ClassroomProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables: their constraints, and what clearing them does. */
@NullMarked
class ClassroomSchemaTest {
    @TempDir
    private Path folder;

    private Trial classroom;

    @BeforeEach
    void sample() {
        classroom = new Trial(new ClassroomProfile(), Path.of("samples/classroom"));
        classroom.migrate();
    }

    @Test
    void every_foreign_key_cascades_and_has_an_index() {
        List<String> keys = classroom.column("SELECT conrelid::regclass || '.' || attname FROM pg_constraint c"
                + " JOIN pg_attribute a ON attrelid = conrelid AND attnum = conkey[1]"
                + " WHERE contype = 'f' AND connamespace = 'classroom'::regnamespace AND confdeltype = 'c' AND EXISTS ("
                + "SELECT 1 FROM pg_index WHERE indrelid = conrelid AND indkey[0] = conkey[1]) ORDER BY 1");
        assertThat(keys)
                .containsExactly(
                        "classroom.attendance_entries.attendance_record_id",
                        "classroom.attendance_entries.student_id",
                        "classroom.attendance_records.class_id",
                        "classroom.class_enrollments.class_id",
                        "classroom.class_enrollments.student_id",
                        "classroom.class_notes.class_id",
                        "classroom.homework_assignments.class_id",
                        "classroom.homework_submissions.assignment_id",
                        "classroom.homework_submissions.student_id",
                        "classroom.schedule_exceptions.schedule_id",
                        "classroom.schedules.class_id",
                        "classroom.test_results.student_id",
                        "classroom.test_results.test_id",
                        "classroom.tests.class_id");
    }

    @ParameterizedTest
    @CsvSource({
        "users, role, PRINCIPAL, users_role_check",
        "schedules, day_of_week, 7, schedules_day_of_week_check",
        "meetings, participant_type, staff, meetings_participant_type_check",
        "meetings, meeting_type, hybrid, meetings_meeting_type_check",
        "meetings, status, done, meetings_status_check",
        "attendance_entries, status, asleep, attendance_entries_status_check",
        "tests, test_type, oral, tests_test_type_check",
        "homework_submissions, status, lost, homework_submissions_status_check",
        "users, email, , email",
        "students, name, , name"
    })
    void a_value_that_a_column_may_not_have_is_refused(String table, String column, String value, String refused) {
        String literal = value == null ? "NULL" : "'" + value + "'";
        assertThatThrownBy(() -> classroom.execute("UPDATE classroom." + table + " SET " + column + " = " + literal))
                .rootCause()
                .hasMessageContaining(refused);
    }

    @ParameterizedTest
    @CsvSource({
        "class_enrollments, class_id || student_id",
        "attendance_entries, attendance_record_id || student_id",
        "test_results, test_id || student_id",
        "homework_submissions, assignment_id || student_id"
    })
    void a_pair_can_be_there_once(String table, String pair) {
        String id = table.matches("class_enrollments|attendance_entries") ? "gen_random_uuid()" : "'other'";
        String copy = "INSERT INTO classroom." + table + " SELECT (jsonb_populate_record(t, jsonb_build_object('id', "
                + id + "))).* FROM classroom." + table + " t ORDER BY " + pair + " LIMIT 1";
        assertThatThrownBy(() -> classroom.execute(copy)).rootCause().hasMessageContaining("student_id_key");
    }

    @Test
    void without_validation_what_the_tables_cannot_hold_is_still_a_violation_and_the_rest_is_written() {
        Trial bare = new Trial(new ClassroomProfile(), folder.resolve("mockData.json")).document("""
                {"students": [{"id": "s1", "name": "", "email": "", "phone": "", "grade": "", "parentContact": "",
                  "enrollmentDate": "2026-01-01"}, {"id": "s2"}],
                 "classes": [{"id": "c1", "name": "", "subject": "", "description": "", "room": "", "capacity": -1,
                  "color": "none", "createdDate": "2026-01-01", "enrolledStudents": ["s1"]}, {"id": "c2"}],
                 "schedules": [{"id": "h1", "classId": "c1"}],
                 "attendanceRecords": [{"id": "n1", "classId": "c1", "date": "2026-01-01", "createdDate": "2026-01-01",
                  "attendanceData": [{"studentId": "s1"}]}, {"id": "n2", "classId": "c1"}],
                 "meetings": [{"id": "m1"}, {}]}
                """);
        MigrationResult result = bare.migrate(
                options -> options.withChecks(Checks.SKIP_VALIDATION).withOnRejected(OnRejected.WRITE_THE_REST));
        assertThat(violations(result))
                .containsExactly(
                        "students s2 target /students/1",
                        "classes c2 target /classes/1",
                        "schedules h1 target /schedules/0",
                        "attendance_records n2 target /attendanceRecords/1",
                        "attendance_entries n1 target /attendanceRecords/0/attendanceData/0",
                        "meetings  NotBlank /meetings/1/id",
                        "meetings m1 target /meetings/0");
        assertThat(bare.value("SELECT capacity || color FROM classroom.classes"))
                .isEqualTo("-1none");
    }

    @Test
    void truncating_leaves_what_the_source_has_and_a_rollback_brings_back_every_byte() {
        classroom.execute("INSERT INTO classroom.students SELECT 'old', name, email, phone, grade, parent_contact,"
                + " enrollment_date, '2020-01-01', '2020-01-02' FROM classroom.students LIMIT 1;"
                + "INSERT INTO classroom.class_enrollments VALUES (gen_random_uuid(), 'class-3', 'old');"
                + "INSERT INTO classroom.users VALUES ('u1', 'head@school.example', 'Head', 'ADMIN');"
                + "UPDATE classroom.class_notes SET topics = '{\"a,b\",NULL,\"\"}', updated_at = '2020-01-03'");
        var before = classroom.dump();
        MigrationResult result = classroom.migrate(options -> options.withExistingRows(ExistingRows.TRUNCATED));
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(rows(result)).contains("users 1/0/0/0", "students 4/0/0/0", "class_enrollments 5/0/0/0");
        assertThat(classroom.column("SELECT id FROM classroom.users")).containsExactly("default-teacher-1");
        assertThat(classroom.column("SELECT id FROM classroom.students WHERE id = 'old'"))
                .isEmpty();

        classroom.rollback();
        assertThat(classroom.dump()).isEqualTo(before);
    }

    @Test
    void truncating_is_refused_where_a_table_outside_refers_to_one_inside() {
        classroom.execute("CREATE TABLE public.lockers (student text REFERENCES classroom.students)");
        var before = classroom.dump();
        assertThatThrownBy(() -> classroom.migrate(options -> options.withExistingRows(ExistingRows.TRUNCATED)))
                .isInstanceOfSatisfying(
                        FerryException.class,
                        refusal -> assertThat(refusal.exitCode()).isEqualTo(ExitCode.REFUSED))
                .hasMessageContaining("public.lockers");
        assertThat(classroom.dump()).isEqualTo(before);
    }

    @Test
    void a_run_that_is_rejected_after_truncating_leaves_the_tables_as_they_were() {
        var before = classroom.dump();
        Trial broken = new Trial(new ClassroomProfile(), Path.of("samples/classroom/broken"), classroom.url);
        MigrationResult result = broken.migrate(options -> options.withExistingRows(ExistingRows.TRUNCATED));
        assertThat(result.exitCode()).isEqualTo(ExitCode.CONTENT);
        assertThat(classroom.dump()).isEqualTo(before);
    }

    @Test
    void single_tables_can_be_filled_where_the_database_has_what_they_refer_to() {
        classroom.execute("DELETE FROM classroom.attendance_records; DELETE FROM classroom.meetings");
        MigrationResult result =
                classroom.migrate(options -> options.withEntities(Set.of("attendance_records", "attendance_entries")));
        assertThat(rows(result)).containsExactly("attendance_records 2/0/0/0", "attendance_entries 5/0/0/0");
        assertThat(classroom.value("SELECT count(*) FROM classroom.meetings")).isEqualTo("0");
    }
}
