package dev.ferry.migration;

import static dev.ferry.migration.Trial.count;
import static dev.ferry.migration.Trial.rows;
import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.failure.ExitCode;
import dev.ferry.profile.school.SchoolProfile;
import dev.ferry.validate.Warning;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes, years and families; and what is deleted in V1. */
@NullMarked
class SchoolClassesTest {
    private static final String SCHOOL = "{\"School\": [{\"id\": \"s1\", \"schoolName\": \"Alpha\"},"
            + " {\"id\": \"s2\", \"schoolName\": \"Beta\", \"CreatedAt\": \"2019-05-01T00:00:00Z\"}],";

    @TempDir
    private Path folder;

    private Trial school;

    @BeforeEach
    void source() {
        school = new Trial(new SchoolProfile(), folder.resolve("v1.json"));
    }

    private static String student(String id, String schoolId, String more) {
        return "{\"id\": \"" + id + "\", \"firstName\": \"Kit\", \"schoolId\": \"" + schoolId + "\"" + more + "}";
    }

    private String classOf(String student) {
        return school.value(
                "SELECT c.name FROM school.students s JOIN school.school_classes c ON c.id = school_class_id"
                        + " WHERE admission_number = '" + student + "'");
    }

    private void migrateStudents() {
        school.document(SCHOOL + "\"Student\": ["
                + student("u1", "s1", ", \"studentAdmissionNumber\": \"1\", \"classId\": \"c1\"") + ","
                + student("u2", "s1", ", \"studentAdmissionNumber\": \"2\", \"classId\": \"c1\"") + ","
                + student("u3", "s1", ", \"studentAdmissionNumber\": \"3\"") + ","
                + student("u4", "s2", ", \"studentAdmissionNumber\": \"4\", \"classId\": \"c1\"") + "]}");
        assertThat(school.migrate(options -> options.withBatchSize(1)).exitCode())
                .isEqualTo(ExitCode.DONE);
    }

    @Test
    void classes_that_only_students_name_are_made_once_for_each_school() {
        migrateStudents();
        assertThat(classOf("1")).isEqualTo("Migrated Class - c1");
        assertThat(classOf("3")).isEqualTo("Migrated Class - Default");
        assertThat(school.column("SELECT s.name || ': ' || c.name FROM school.school_classes c"
                        + " JOIN school.schools s ON s.id = c.school_id ORDER BY 1"))
                .containsExactly(
                        "Alpha: Migrated Class - Default", "Alpha: Migrated Class - c1", "Beta: Migrated Class - c1");
        assertThat(school.column("SELECT DISTINCT school_classes.academic_year_id = y.id FROM school.school_classes"
                        + " JOIN school.academic_years y USING (school_id)"))
                .containsExactly("t");
        assertThat(count(school.migrate(SchoolTest.UPDATE), "school_classes").unchanged())
                .isEqualTo(3);
    }

    @Test
    void a_year_is_named_by_the_last_date_of_its_school_and_else_by_the_run_that_made_it() {
        migrateStudents();
        assertThat(school.column("SELECT name FROM school.academic_years ORDER BY id"))
                .containsExactly(
                        "Migrated Academic Year "
                                + school.value("SELECT extract(year FROM created_at AT TIME ZONE 'UTC')::int"
                                        + " FROM school.academic_years ORDER BY id LIMIT 1"),
                        "Migrated Academic Year 2019");
        school.execute("UPDATE school.academic_years SET name = 'Migrated Academic Year 2001' WHERE id = 1");
        assertThat(rows(school.migrate(SchoolTest.UPDATE))).contains("academic_years 0/0/2/0");
        assertThat(school.column("SELECT name FROM school.academic_years ORDER BY id"))
                .as("a run of a later year finds it")
                .startsWith("Migrated Academic Year 2001");
    }

    @Test
    void a_student_is_in_the_class_and_the_stream_that_the_source_has() {
        school.document(SCHOOL + "\"Teacher\": [{\"id\": \"t1\", \"firstName\": \"Ann\", \"schoolId\": \"s1\"}],"
                + "\"SchoolClasses\": [{\"id\": \"c1\", \"code\": \"G4\", \"name\": \"Grade 4\", \"schoolId\": \"s1\","
                + " \"teacherId\": \"t1\", \"yearLevel\": 4, \"subjects\": [\"Maths\"]}],"
                + "\"Streams\": [{\"id\": \"r1\", \"stream\": \"North\", \"schoolId\": \"s1\", \"schoolClassesId\": \"c1\"}],"
                + "\"Student\": ["
                + student("u1", "s1", ", \"studentAdmissionNumber\": \"1\", \"classId\": \"c1\", \"streamId\": \"r1\"")
                + ","
                + student("u2", "s1", ", \"studentAdmissionNumber\": \"2\", \"classId\": \"c1\", \"streamId\": \"r9\"")
                + "]}");
        MigrationResult result = school.migrate();
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(classOf("1")).isEqualTo("Grade 4");
        assertThat(school.value("SELECT code || ' ' || year_level || ' ' || subjects || ' ' || class_teacher_id"
                        + " FROM school.school_classes"))
                .isEqualTo("G4 4 [\"Maths\"] 1");
        assertThat(school.column("SELECT r.name FROM school.students s LEFT JOIN school.streams r ON r.id = stream_id"
                        + " ORDER BY s.id"))
                .containsExactly("North", "null");
        assertThat(result.summary().report().warnings())
                .extracting(warning -> warning.rule() + " " + warning.field())
                .contains("no-parent streamId");
    }

    @Test
    void what_is_deleted_is_left_out_and_counted_and_so_is_what_hangs_on_it() {
        document();
        MigrationResult result = school.migrate();
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(count(result, "schools").filtered()).isEqualTo(1);
        assertThat(count(result, "teachers").filtered()).isEqualTo(1);
        assertThat(count(result, "parents").filtered()).isEqualTo(1);
        assertThat(school.column("SELECT type || ' ' || first_name FROM school.users ORDER BY id"))
                .containsExactly("SCHOOL_ADMIN Alpha", "STUDENT Kit");
        assertThat(school.value("SELECT count(*) FROM school.student_parents")).isEqualTo("0");
        assertThat(result.summary().report().warnings())
                .extracting(Warning::rule)
                .contains("left-out-parent");
    }

    @Test
    void what_is_deleted_is_migrated_where_that_is_asked() {
        document();
        school.migrate(options -> options.withDeleted(Deleted.INCLUDED));
        assertThat(school.column("SELECT type || ' ' || is_deleted FROM school.users ORDER BY id"))
                .containsExactly(
                        "SCHOOL_ADMIN false", "SCHOOL_ADMIN true", "TEACHER false", "PARENT true", "STUDENT false");
        assertThat(school.value("SELECT count(*) FROM school.student_parents")).isEqualTo("1");
    }

    private void document() {
        school.document("{\"School\": [{\"id\": \"s1\", \"schoolName\": \"Alpha\"},"
                + " {\"id\": \"s2\", \"schoolName\": \"Beta\", \"isDeleted\": true}],"
                + "\"Teacher\": [{\"id\": \"t1\", \"firstName\": \"Ann\", \"schoolId\": \"s2\"}],"
                + "\"Parent\": [{\"id\": \"p1\", \"firstName\": \"Ida\", \"schoolId\": \"s1\", \"isDeleted\": true}],"
                + "\"Student\": [" + student("u1", "s1", ", \"parentId\": \"p1\"") + "]}");
    }

    @Test
    void an_admission_number_is_given_once_in_a_school() {
        school.document(SCHOOL + "\"Student\": ["
                + student("u1", "s1", ", \"studentAdmissionNumber\": \"1\"") + ","
                + student("u2", "s2", ", \"studentAdmissionNumber\": \"1\"") + ","
                + student("u3", "s1", ", \"studentAdmissionNumber\": \" 1\"") + "]}");
        assertThat(violations(school.migrate()))
                .containsExactly("students u3 unique /Student/2/studentAdmissionNumber");
    }
}
