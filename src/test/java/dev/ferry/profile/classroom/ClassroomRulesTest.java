package dev.ferry.profile.classroom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.bind.Binder;
import dev.ferry.bind.Bound;
import dev.ferry.bind.PropertyNames;
import dev.ferry.profile.Step;
import dev.ferry.source.Limits;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Source;
import dev.ferry.source.Sources;
import dev.ferry.validate.ConstraintChecker;
import dev.ferry.validate.Violation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a record of the mock data may hold: each row of a table changes one field of a record that is valid. */
@NullMarked
class ClassroomRulesTest {
    private static final String DATES = "'createdDate': '2026-03-01', 'updatedDate': '2026-03-01'";

    private final ConstraintChecker constraints = new ConstraintChecker(new PropertyNames());

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        constraints.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "students ~ id ~ ' ' ~ NotBlank",
                "students ~ id ~ null ~ NotBlank",
                "students ~ id ~ 7 ~ type",
                "students ~ name ~ '' ~ NotBlank",
                "students ~ email ~ null ~ NotNull",
                "students ~ phone ~ null ~ NotNull",
                "students ~ grade ~ 10 ~ type",
                "students ~ parentContact ~ null ~ NotNull",
                "students ~ enrollmentDate ~ '2026-02-29' ~ type",
                "classes ~ name ~ ' ' ~ NotBlank",
                "classes ~ subject ~ null ~ NotNull",
                "classes ~ description ~ null ~ NotNull",
                "classes ~ room ~ null ~ NotNull",
                "classes ~ capacity ~ 0 ~ Positive",
                "classes ~ capacity ~ 1.5 ~ type",
                "classes ~ color ~ '#12345' ~ Pattern",
                "classes ~ color ~ '#12345g' ~ Pattern",
                "classes ~ color ~ 'x#123456' ~ Pattern",
                "classes ~ createdDate ~ '1 March' ~ type",
                "classes ~ enrolledStudents ~ null ~ NotNull",
                "classes ~ enrolledStudents ~ 's1' ~ type",
                "schedules ~ classId ~ null ~ NotNull",
                "schedules ~ dayOfWeek ~ -1 ~ Min",
                "schedules ~ dayOfWeek ~ 7 ~ Max",
                "schedules ~ startTime ~ '8:00' ~ type",
                "schedules ~ endTime ~ '08:00' ~ EndAfterStart",
                "schedules ~ endTime ~ '07:59' ~ EndAfterStart",
                "scheduleExceptions ~ scheduleId ~ null ~ NotNull",
                "scheduleExceptions ~ date ~ null ~ NotNull",
                "scheduleExceptions ~ endTime ~ '08:00' ~ EndAfterStart",
                "scheduleExceptions ~ cancelled ~ 1 ~ type",
                "meetings ~ title ~ '' ~ NotBlank",
                "meetings ~ endTime ~ '08:00' ~ EndAfterStart",
                "meetings ~ participants ~ null ~ NotNull",
                "meetings ~ participantType ~ 'Students' ~ OneOf",
                "meetings ~ meetingType ~ 'in-person' ~ OneOf",
                "meetings ~ status ~ null ~ NotNull",
                "meetings ~ status ~ 'done' ~ OneOf",
                "attendanceRecords ~ classId ~ null ~ NotNull",
                "attendanceRecords ~ updatedDate ~ '' ~ type",
                "attendanceRecords ~ attendanceData ~ null ~ NotNull",
                "classNotes ~ classId ~ null ~ NotNull",
                "classNotes ~ content ~ null ~ NotNull",
                "classNotes ~ updatedDate ~ null ~ NotNull",
                "tests ~ classId ~ null ~ NotNull",
                "tests ~ testDate ~ null ~ NotNull",
                "tests ~ testTime ~ '24:00' ~ type",
                "tests ~ totalPoints ~ 0 ~ Positive",
                "tests ~ totalPoints ~ 0.000000000000000000001 ~ Digits",
                "tests ~ testType ~ 'oral' ~ OneOf",
                "testResults ~ testId ~ null ~ NotNull",
                "testResults ~ studentId ~ null ~ NotNull",
                "testResults ~ score ~ -0.01 ~ PositiveOrZero",
                "testResults ~ score ~ 40.00000000000000000001 ~ ScoreWithinMaximum",
                "testResults ~ maxScore ~ null ~ NotNull",
                "testResults ~ percentage ~ -0.1 ~ PositiveOrZero",
                "testResults ~ percentage ~ 100.00000000000000000001 ~ Max",
                "testResults ~ grade ~ null ~ NotNull",
                "testResults ~ gradedDate ~ null ~ NotNull",
                "homeworkAssignments ~ classId ~ null ~ NotNull",
                "homeworkAssignments ~ dueDate ~ '2026-03-01' ~ DueSinceAssigned",
                "homeworkAssignments ~ totalPoints ~ 0 ~ Positive",
                "homeworkSubmissions ~ assignmentId ~ null ~ NotNull",
                "homeworkSubmissions ~ studentId ~ null ~ NotNull",
                "homeworkSubmissions ~ score ~ -1 ~ PositiveOrZero",
                "homeworkSubmissions ~ score ~ 40.5 ~ ScoreWithinMaximum",
                "homeworkSubmissions ~ status ~ 'lost' ~ OneOf"
            })
    void a_value_that_a_field_may_not_have_is_told_at_the_field(
            String section, String field, String value, String constraint) {
        assertThat(violations(section, field, value)).containsExactly(constraint + " " + field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "students ~ email ~ ''",
                "students ~ phone ~ ''",
                "students ~ parentContact ~ ''",
                "classes ~ description ~ ''",
                "classes ~ capacity ~ 1",
                "classes ~ color ~ '#aBcDeF'",
                "classes ~ enrolledStudents ~ []",
                "schedules ~ dayOfWeek ~ 6",
                "schedules ~ endTime ~ '08:01'",
                "scheduleExceptions ~ cancelled ~ null",
                "meetings ~ participants ~ []",
                "meetings ~ notes ~ ''",
                "attendanceRecords ~ updatedDate ~ null",
                "attendanceRecords ~ attendanceData ~ []",
                "classNotes ~ content ~ ''",
                "classNotes ~ topics ~ null",
                "tests ~ testTime ~ null",
                "tests ~ totalPoints ~ 0.5",
                "testResults ~ score ~ 0",
                "testResults ~ score ~ 40.0",
                "testResults ~ percentage ~ 0",
                "testResults ~ percentage ~ 100.0",
                "testResults ~ percentage ~ 33.333333333333336",
                "homeworkAssignments ~ dueDate ~ '2026-03-02'",
                "homeworkSubmissions ~ score ~ null",
                "homeworkSubmissions ~ score ~ 40"
            })
    void a_value_at_the_edge_of_what_a_field_may_have_is_none(String section, String field, String value) {
        assertThat(violations(section, field, value)).isEmpty();
    }

    @Test
    void what_is_wrong_with_one_student_of_an_attendance_record_is_told_at_that_student() {
        assertThat(violations(
                        "attendanceRecords",
                        "attendanceData",
                        "[{'studentId': 's1', 'status': 'present'}, {'studentId': 's2', 'status': 'asleep'},"
                                + " {'status': 'late', 'notes': ''}]"))
                .containsExactly("OneOf attendanceData.1.status", "NotNull attendanceData.2.studentId");
    }

    @Test
    void an_identifier_may_have_255_characters() {
        assertThat(violations("students", "id", "'" + "x".repeat(255) + "'")).isEmpty();
        assertThat(violations("students", "id", "'" + "x".repeat(256) + "'")).containsExactly("Size id");
    }

    @Test
    void a_violation_shows_the_value_of_its_field_and_the_values_allowed() {
        Violation order = found("schedules", "endTime", "'07:59'").get(0);
        assertThat(order.value() + ": " + order.message()).isEqualTo("07:59: must be later than startTime");
        Violation word = found("meetings", "status", "'done'").get(0);
        assertThat(word.value() + ": " + word.message())
                .isEqualTo("done: must be one of [scheduled, completed, cancelled]");
        Violation bound = found("testResults", "percentage", "101").get(0);
        assertThat(bound.value() + ": " + bound.message()).isEqualTo("101: must be less than or equal to 100");
    }

    private List<String> violations(String section, String field, String value) {
        return found(section, field, value).stream()
                .map(violation -> violation.constraint() + " " + violation.field())
                .toList();
    }

    private List<Violation> found(String section, String field, String value) {
        String valid = valid(section);
        String changed = valid.replaceFirst("'" + field + "': ('[^']*'|\\[.*?\\]|[^,}]*)", "'" + field + "': " + value);
        assertThat(violations(section, valid)).isEmpty();
        assertThat(changed).isNotEqualTo(valid);
        return violations(section, changed);
    }

    private List<Violation> violations(String name, String record) {
        Step step = new ClassroomProfile()
                .steps().stream()
                        .filter(any -> any.sections().stream()
                                .anyMatch(section -> section.name().equals(name)))
                        .findFirst()
                        .orElseThrow();
        return violations(step.sections().get(0), step.readings().get(0).dto(), record);
    }

    private <R extends Record> List<Violation> violations(Section section, Class<R> dto, String record) {
        try {
            Path file = Files.writeString(
                    folder.resolve("data.json"),
                    "{'%s': [%s]}".formatted(section.name(), record).replace('\'', '"'));
            Source source = Sources.open(file.toString(), List.of(section), Limits.DEFAULT);
            try (Stream<RawRecord> records = source.records(section)) {
                Bound<R> bound = new Binder<>(dto, Limits.DEFAULT)
                        .bind(records.findFirst().orElseThrow());
                List<Violation> found = new ArrayList<>(constraints.checkShape(section.name(), bound));
                found.addAll(constraints.checkConstraints(section.name(), bound));
                return found;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String valid(String section) {
        return switch (section) {
            case "students" ->
                "{'id': 's1', 'name': 'N', 'email': 'E', 'phone': 'P', 'grade': 'G', 'parentContact': 'C',"
                        + " 'enrollmentDate': '2025-08-25'}";
            case "classes" ->
                "{'id': 'c1', 'name': 'N', 'subject': 'S', 'description': 'D', 'room': 'R', 'capacity': 24,"
                        + " 'color': '#3b82f6', 'createdDate': '2025-08-18', 'enrolledStudents': ['s1']}";
            case "schedules" ->
                "{'id': 'x', 'classId': 'c1', 'dayOfWeek': 0, 'startTime': '08:00', 'endTime': '09:30'}";
            case "scheduleExceptions" ->
                "{'id': 'x', 'scheduleId': 'x', 'date': '2026-03-09', 'startTime': '08:00',"
                        + " 'endTime': '09:30', 'cancelled': true, 'createdDate': '2026-03-02'}";
            case "meetings" ->
                "{'id': 'x', 'title': 'T', 'description': 'D', 'date': '2026-02-11', 'startTime': '08:00',"
                        + " 'endTime': '09:30', 'participants': ['P'], 'participantType': 'parents', 'location': 'L',"
                        + " 'meetingType': 'virtual', 'status': 'scheduled', 'createdDate': '2026-01-28', 'notes': 'N'}";
            case "attendanceRecords" ->
                "{'id': 'x', 'classId': 'c1', 'date': '2026-03-02', 'attendanceData': [{'studentId': 's1',"
                        + " 'status': 'late'}], " + DATES + "}";
            case "classNotes" ->
                "{'id': 'x', 'classId': 'c1', 'date': '2026-03-02', 'content': 'C', 'topics': ['T'], " + DATES + "}";
            case "tests" ->
                "{'id': 'x', 'classId': 'c1', 'title': 'T', 'description': 'D', 'testDate': '2026-03-16',"
                        + " 'testTime': '08:15', 'totalPoints': 40, 'testType': 'exam', " + DATES + "}";
            case "testResults" ->
                "{'id': 'x', 'testId': 'x', 'studentId': 's1', 'score': 36.5, 'maxScore': 40,"
                        + " 'percentage': 91.25, 'grade': 'A', 'gradedDate': '2026-03-19', " + DATES + "}";
            case "homeworkAssignments" ->
                "{'id': 'x', 'classId': 'c1', 'title': 'T', 'description': 'D',"
                        + " 'assignedDate': '2026-03-02', 'dueDate': '2026-03-09', 'totalPoints': 10, " + DATES + "}";
            default ->
                "{'id': 'x', 'assignmentId': 'x', 'studentId': 's1', 'score': 9.5, 'maxScore': 40,"
                        + " 'status': 'graded', " + DATES + "}";
        };
    }
}
