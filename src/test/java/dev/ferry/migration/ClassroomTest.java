package dev.ferry.migration;

import static dev.ferry.migration.Trial.messages;
import static dev.ferry.migration.Trial.records;
import static dev.ferry.migration.Trial.rows;
import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.failure.ExitCode;
import dev.ferry.profile.classroom.ClassroomProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample and changes to it. */
@NullMarked
class ClassroomTest {
    private static final Path SAMPLES = Path.of("samples/classroom");

    @TempDir
    private Path folder;

    private String sample = "";
    private Trial classroom;

    @BeforeEach
    void source() throws IOException {
        sample = Files.readString(SAMPLES.resolve("mockData.ts"));
        classroom = new Trial(new ClassroomProfile(), folder.resolve("mockData.ts")).document(sample);
    }

    @Test
    void every_record_becomes_a_row_in_the_order_of_the_references() {
        assertThat(rows(classroom.migrate()))
                .containsExactly(
                        "users 1/0/0/0",
                        "students 4/0/0/0",
                        "classes 3/0/0/0",
                        "class_enrollments 5/0/0/0",
                        "schedules 4/0/0/0",
                        "schedule_exceptions 2/0/0/0",
                        "tests 2/0/0/0",
                        "test_results 3/0/0/0",
                        "homework_assignments 2/0/0/0",
                        "homework_submissions 4/0/0/0",
                        "attendance_records 2/0/0/0",
                        "attendance_entries 5/0/0/0",
                        "class_notes 2/0/0/0",
                        "meetings 2/0/0/0");
    }

    @Test
    void every_field_arrives_in_its_column() {
        classroom.migrate();
        assertThat(row("users"))
                .containsExactly("(default-teacher-1,default.teacher@classroom.invalid,\"Default Teacher\",TEACHER,,)");
        assertThat(row("students"))
                .contains(
                        "(student-3,\"Ciara O'Neill\",ciara.oneill@students.example,\"+49 30 5550105\",11,\"\",2024-08-26,,)");
        assertThat(row("classes")).contains("(class-2,Chemistry,Science,\"\",\"Lab 2\",16,#10B981,2025-08-19,,)");
        assertThat(row("class_enrollments"))
                .hasSize(5)
                .contains("(76f2f761-aba7-5f98-b127-8137a6fe6bd7,class-1,student-1,,)");
        assertThat(row("schedules")).contains("(schedule-4,class-3,0,00:00:00,23:59:00,,)");
        assertThat(row("schedule_exceptions"))
                .containsExactly(
                        "(exception-1,schedule-1,2026-03-09,10:00:00,11:30:00,f,2026-03-02,,)",
                        "(exception-2,schedule-3,2026-04-03,13:15:00,14:45:00,t,2026-03-20,,)");
        assertThat(row("tests"))
                .containsExactly(
                        "(test-1,class-1,Quadratics,\"Chapter 4\",2026-03-16,08:15:00,40,exam,quadratics.pdf,"
                                + "https://files.example/tests/quadratics.pdf,2026-03-01,2026-03-10,,)",
                        "(test-2,class-2,Acids,\"\",2026-03-13,,12.5,quiz,,,2026-03-05,2026-03-05,,)");
        assertThat(row("test_results"))
                .contains(
                        "(result-1,test-1,student-1,36.5,40,91.25,A,\"Clear working throughout.\",2026-03-16,2026-03-19,"
                                + "2026-03-19,2026-03-19,,)",
                        "(result-2,test-1,student-2,0,40,0,F,,,2026-03-19,2026-03-19,2026-03-20,,)");
        assertThat(row("homework_assignments"))
                .containsExactly(
                        "(homework-1,class-1,\"Sheet 7\",\"Exercises 4 to 9\",2026-03-02,2026-03-09,10,\"Show every step.\","
                                + "\"{https://files.example/sheets/7.pdf,\"\"Textbook, pages 112–115\"\"}\",2026-03-02,"
                                + "2026-03-02,,)",
                        "(homework-2,class-2,\"Lab report\",\"\",2026-03-06,2026-03-06,20,,{},2026-03-06,2026-03-06,,)");
        assertThat(row("homework_submissions"))
                .contains(
                        "(submission-1,homework-1,student-1,2026-03-08,9.5,10,A,\"One sign is wrong in 8 b).\",graded,"
                                + "\"On paper\",2026-03-10,2026-03-08,2026-03-10,,)",
                        "(submission-3,homework-1,student-4,,,10,,,not_submitted,,,2026-03-02,2026-03-02,,)");
        assertThat(row("attendance_records"))
                .containsExactly(
                        "(attendance-1,class-1,2026-03-02,2026-03-02,2026-03-03,,)",
                        "(attendance-2,class-2,2026-03-06,2026-03-06,,,)");
        assertThat(row("attendance_entries"))
                .hasSize(5)
                .contains("(195858d2-8fb5-54e9-af6a-f660508c1c05,attendance-1,student-2,late,\"Bus 12 broke down\",,)");
        assertThat(row("class_notes"))
                .containsExactly(
                        "(note-1,class-1,2026-03-02,\"Completing the square, with three examples on the board.\nSecond half:"
                                + " exercise sheet 7.\",\"{Quadratics,\"\"Completing the square\"\"}\",\"Sheet 7, 4–9\",\"Solve"
                                + " any quadratic equation\",2026-03-02,2026-03-02,,)",
                        "(note-2,class-2,2026-03-06,\"Titration, \"\"by the book\"\".\",,,,2026-03-06,2026-03-07,,)");
        assertThat(row("meetings"))
                .contains(
                        "(meeting-1,\"Parents of class 10\",\"What the second term brings\",2026-02-11,18:00:00,19:30:00,"
                                + "\"{\"\"Halima Yusuf\"\",\"\"Karin Åkesson\"\"}\",parents,Aula,in_person,completed,"
                                + "2026-01-28,\"Minutes are in the office; the next one is in May.\",,)");
    }

    /** The rows of a table without the times at which they were written. */
    private List<String> row(String table) {
        return row(classroom, table);
    }

    private static List<String> row(Trial trial, String table) {
        return trial.column("SELECT (jsonb_populate_record(t, '{\"created_at\": null, \"updated_at\": null}'))::text"
                + " FROM classroom." + table + " t ORDER BY 1");
    }

    @Test
    void the_json_document_gives_the_same_database_as_the_module() {
        Trial json = new Trial(new ClassroomProfile(), SAMPLES.resolve("json"));
        assertThat(rows(json.migrate())).isEqualTo(rows(classroom.migrate()));
        assertThat(classroom.dump().keySet())
                .hasSize(14)
                .allSatisfy(table -> assertThat(row(json, table)).isEqualTo(row(table)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "Pacific/Apia", "Asia/Kolkata"})
    void the_time_zone_of_the_machine_moves_neither_dates_nor_times(String zone) {
        // Apia had no 30 December 2011, and New York no half past two on 8 March 2026.
        classroom.document(sample.replace("2025-08-18", "2011-12-30")
                .replace("2024-08-26", "0001-01-01")
                .replace("2026-04-03", "2026-03-08")
                .replace("13:15", "02:30"));
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            classroom.migrate();
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(classroom.value("SELECT created_date FROM classroom.classes WHERE id = 'class-1'"))
                .isEqualTo("2011-12-30");
        assertThat(classroom.value("SELECT enrollment_date FROM classroom.students WHERE id = 'student-3'"))
                .isEqualTo("0001-01-01");
        assertThat(classroom.value("SELECT concat_ws(' ', date, start_time, end_time) FROM"
                        + " classroom.schedule_exceptions WHERE id = 'exception-2'"))
                .isEqualTo("2026-03-08 02:30:00 14:45:00");
        assertThat(classroom.value("SELECT concat_ws(' ', start_time, end_time) FROM classroom.schedules"
                        + " WHERE id = 'schedule-4'"))
                .isEqualTo("00:00:00 23:59:00");
        assertThat(rows(classroom.migrate(options -> options.withOnConflict(OnConflict.UPDATE))))
                .allMatch(row -> row.matches("[a-z_]+ 0/0/\\d+/0"));
    }

    @Test
    void a_register_that_has_a_user_is_given_none_and_the_one_it_has_stays() {
        classroom.migrate();
        classroom.execute("UPDATE classroom.users SET id = 'u1', email = 'head@school.example', role = 'ADMIN'");
        assertThat(classroom.migrate().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(classroom.column("SELECT id || ' ' || role FROM classroom.users"))
                .containsExactly("u1 ADMIN");
    }

    @Test
    void an_update_changes_the_rows_that_differ_and_its_rollback_brings_back_every_byte() {
        classroom.migrate();
        var before = classroom.dump();
        classroom.document(sample.replace("status: 'late', notes: 'Bus 12 broke down'", "status: 'present'")
                .replace("endTime: '14:45'", "endTime: '14:50'")
                .replace("['student-3', 'student-1']", "['student-1', 'student-4', 'student-3']")
                .replace("'Quadratics', 'Completing", "'Completing")
                .replace("score: 36.5,", "score: 36.50,")
                .replace("totalPoints: 12.5,", "totalPoints: 13,"));
        assertThat(rows(classroom.migrate(options -> options.withOnConflict(OnConflict.UPDATE))))
                .containsExactly(
                        "users 0/0/1/0",
                        "students 0/0/4/0",
                        "classes 0/0/3/0",
                        "class_enrollments 1/0/5/0",
                        "schedules 0/1/3/0",
                        "schedule_exceptions 0/1/1/0",
                        "tests 0/1/1/0",
                        "test_results 0/0/3/0",
                        "homework_assignments 0/0/2/0",
                        "homework_submissions 0/0/4/0",
                        "attendance_records 0/0/2/0",
                        "attendance_entries 0/1/4/0",
                        "class_notes 0/1/1/0",
                        "meetings 0/0/2/0");
        assertThat(classroom.dump()).isNotEqualTo(before);

        classroom.rollback();
        assertThat(classroom.dump()).isEqualTo(before);
        classroom.rollback();
        assertThat(classroom.dump().values())
                .allSatisfy(rows -> assertThat(rows).isEmpty());
    }

    @Test
    void an_enrollment_that_is_there_under_another_identifier_keeps_it() {
        classroom.migrate();
        classroom.execute("UPDATE classroom.class_enrollments SET id = gen_random_uuid()");
        var before = classroom.dump();
        assertThat(rows(classroom.migrate(options -> options.withOnConflict(OnConflict.UPDATE))))
                .contains("class_enrollments 0/0/5/0");
        assertThat(classroom.dump()).isEqualTo(before);
    }

    @Test
    void parts_are_rejected_one_by_one_and_a_record_that_is_rejected_takes_its_parts_along() {
        classroom.document(sample.replace("['student-3', 'student-1']", "['student-3', 'nobody', 'student-3']")
                .replace("color: '#3b82f6'", "color: 'blue'"));
        MigrationResult result = classroom.migrate(options -> options.withOnRejected(OnRejected.WRITE_THE_REST));
        assertThat(violations(result).subList(0, 3))
                .containsExactly(
                        "classes class-1 Pattern /mockData/classes/0/color",
                        "class_enrollments class-2 reference /mockData/classes/1/enrolledStudents/1",
                        "class_enrollments class-2 unique /mockData/classes/1/enrolledStudents/2");
        assertThat(violations(result).subList(3, violations(result).size()))
                .allMatch(violation -> violation.contains(" reference "))
                .noneMatch(violation -> violation.contains("attendanceData"));
        assertThat(records(result)).contains("class_enrollments 6/1/5", "attendance_entries 5/2/3");
        assertThat(classroom.column("SELECT class_id || ' ' || student_id FROM classroom.class_enrollments"))
                .containsExactly("class-2 student-3");
    }

    @Test
    void a_second_result_or_submission_of_a_student_is_a_violation_also_where_the_first_is_in_the_database() {
        classroom.migrate();
        classroom.document("export const mockData = {"
                + result("result-9", "test-1", "student-1") + submission("submission-9", "homework-1", "student-4")
                + "};");
        MigrationResult result = classroom.migrate();
        assertThat(violations(result))
                .containsExactly(
                        "test_results result-9 unique /mockData/testResults/0/studentId",
                        "homework_submissions submission-9 unique /mockData/homeworkSubmissions/0/studentId");
        assertThat(messages(result)).containsOnly("another row of the database has this value");
    }

    @Test
    void parents_may_be_in_the_database_alone() {
        classroom.migrate();
        classroom.document("export const mockData = {" + result("result-9", "test-2", "student-1") + "};");
        assertThat(classroom.migrate().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(classroom.column("SELECT id FROM classroom.test_results WHERE test_id = 'test-2' ORDER BY 1"))
                .containsExactly("result-3", "result-9");
    }

    private static String result(String id, String test, String student) {
        return "testResults: [{id: '%s', testId: '%s', studentId: '%s', score: 1, maxScore: 1, percentage: 100,"
                        .formatted(id, test, student)
                + "grade: 'A', gradedDate: '2026-01-01', createdDate: '2026-01-01', updatedDate: '2026-01-01'}],";
    }

    private static String submission(String id, String assignment, String student) {
        return "homeworkSubmissions: [{id: '%s', assignmentId: '%s', studentId: '%s', maxScore: 1, status: 'late',"
                        .formatted(id, assignment, student)
                + "createdDate: '2026-01-01', updatedDate: '2026-01-01'}],";
    }
}
