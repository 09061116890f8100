package dev.ferry.migration;

import static dev.ferry.migration.Trial.count;
import static dev.ferry.migration.Trial.rows;
import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ferry.DatabaseDump;
import dev.ferry.failure.ExitCode;
import dev.ferry.profile.school.SchoolProfile;
import dev.ferry.validate.Warning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** V1's separate logins become one graph of users: the rules of the people. */
@NullMarked
class SchoolTest {
    static final UnaryOperator<MigrationOptions> UPDATE = options -> options.withOnConflict(OnConflict.UPDATE);

    private static final String S1 = """
            {"id": "s1", "schoolName": "Alpha", "schoolCode": "A-1", "email": "office@alpha.example"}""";

    @TempDir
    private Path folder;

    private Trial school;

    @BeforeEach
    void source() {
        school = new Trial(new SchoolProfile(), folder.resolve("v1.json"));
    }

    private Trial write(Map<String, List<String>> sections) {
        List<String> members = new ArrayList<>();
        for (String name :
                List.of("School", "Teacher", "Parent", "Student", "EmergencyContact", "SchoolClasses", "Streams")) {
            members.add("\"" + name + "\": [" + String.join(",\n", sections.getOrDefault(name, List.of())) + "]");
        }
        return school.document("{" + String.join(",\n", members) + "}");
    }

    private static String person(String id, String more) {
        return "{\"id\": \"" + id + "\", \"firstName\": \"Ann\", \"schoolId\": \"s1\"" + more + "}";
    }

    private List<String> users(String columns) {
        return school.column("SELECT concat_ws(' ', " + columns + ") FROM school.users ORDER BY id");
    }

    @Test
    void the_three_forms_of_the_sample_give_the_same_rows() {
        Map<String, List<String>> document = migrated(Path.of("samples/school"));
        assertThat(document.get("users")).hasSize(23);
        assertThat(migrated(Path.of("samples/school/json"))).isEqualTo(document);
        assertThat(migrated(Path.of("samples/school/csv"))).isEqualTo(document);
    }

    /** The rows without the times of the run and the salted hash of a plain password. */
    private static Map<String, List<String>> migrated(Path source) {
        Trial trial = new Trial(new SchoolProfile(), source);
        assertThat(trial.migrate().exitCode()).isEqualTo(ExitCode.DONE);
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : DatabaseDump.of(trial.url, "school").keySet()) {
            rows.put(
                    table,
                    trial.column("SELECT to_jsonb(t) - 'created_at' - 'updated_at' || CASE WHEN t::text LIKE '%nakato%'"
                            + " THEN '{\"password\": \"\"}'::jsonb ELSE '{}' END FROM school." + table
                            + " t ORDER BY id"));
        }
        return rows;
    }

    private Trial shared() {
        String both = ", \"email\": \" A@X \", \"phoneNumber\": \"0712 345 678\"";
        return write(Map.of(
                "School", List.of(S1),
                "Teacher", List.of(person("t2", both), person("t1", both)),
                "Parent", List.of(person("p1", both))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void three_people_with_one_address_and_number_are_three_users(int batchSize) {
        MigrationResult result = shared().migrate(options -> options.withBatchSize(batchSize));
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(users("type, email, phone_number, shared_phone"))
                .containsExactly(
                        "SCHOOL_ADMIN office@alpha.example",
                        "TEACHER a@x +254712345678",
                        "TEACHER a+teacher1@x +254712345678",
                        "PARENT a+parent1@x +254712345678");
        assertThat(users("phone_number")).containsExactly("", "+254712345678", "", "");
        assertThat(result.summary().report().warnings())
                .extracting(Warning::entity, Warning::rule, Warning::count)
                .containsExactly(
                        tuple("teachers", "shared-email", 1L),
                        tuple("teachers", "shared-phone", 1L),
                        tuple("parents", "shared-email", 1L),
                        tuple("parents", "shared-phone", 1L));
        assertThat(school.column("SELECT t.id FROM school.teachers t JOIN school.users u ON u.id = user_id"
                        + " WHERE u.email = 'a@x' AND t.id = 1"))
                .as("the first by its V1 identifier has it, wherever it stands")
                .hasSize(1);
    }

    @Test
    void a_second_run_in_any_order_writes_nothing_and_keeps_what_was_given_out() {
        shared().migrate();
        Map<String, List<String>> before = school.dump();
        assertThat(rows(school.migrate()))
                .containsOnlyOnce("users 0/0/0/4", "user_roles 0/0/0/4", "teachers 0/0/0/2", "parents 0/0/0/1");
        String both = ", \"email\": \"a@x\", \"phoneNumber\": \"0712345678\"";
        write(Map.of(
                "School", List.of(S1),
                "Teacher", List.of(person("t1", both), person("t2", both)),
                "Parent", List.of(person("p1", both))));
        assertThat(rows(school.migrate(UPDATE))).contains("users 0/0/4/0", "user_roles 0/0/4/0");
        assertThat(school.dump()).isEqualTo(before);
    }

    @Test
    void a_user_is_found_again_whatever_became_of_the_address() {
        shared().migrate();
        write(Map.of(
                "School",
                List.of(S1),
                "Teacher",
                List.of(person("t2", ", \"email\": \"new@x\", \"phoneNumber\": \"0722345678\""))));
        assertThat(rows(school.migrate(UPDATE))).contains("users 0/1/1/0", "teachers 0/0/1/0");
        assertThat(school.value("SELECT email || ' ' || phone_number FROM school.users WHERE id = 3"))
                .isEqualTo("new@x +254722345678");
        assertThat(school.value("SELECT count(*) FROM school.users")).isEqualTo("4");
    }

    @Test
    void an_address_of_another_run_is_not_given_twice() {
        write(Map.of("School", List.of(S1), "Teacher", List.of(person("t5", ", \"email\": \"a@x\""))))
                .migrate();
        shared().migrate();
        assertThat(users("email")).contains("a@x", "a+teacher1@x", "a+teacher2@x", "a+parent1@x");
    }

    @Test
    void a_rollback_leaves_the_reference_data_and_nothing_else() {
        shared().migrate();
        school.rollback();
        for (String table : List.of("users", "user_roles", "teachers", "parents", "schools", "academic_years")) {
            assertThat(school.value("SELECT count(*) FROM school." + table)).isEqualTo("0");
        }
        assertThat(school.value("SELECT count(*) FROM school.roles")).isEqualTo("5");
        assertThat(rows(school.migrate())).contains("users 4/0/0/0");
        assertThat(users("email")).contains("a@x", "a+teacher1@x", "a+parent1@x");
    }

    @Test
    void whoever_has_no_address_gets_one_that_receives_nothing() {
        write(Map.of(
                        "School", List.of(S1.replace("office@alpha.example", " ")),
                        "Teacher", List.of(person("t1", ""), person("t2", ""), person("t3", ", \"fullName\": \"X\"")),
                        "Student", List.of(person("u1", "").replace("Ann", "李"))))
                .migrate();
        assertThat(users("email, email_generated"))
                .containsExactly(
                        "admin@a-1.invalid t",
                        "ann@a-1.invalid t",
                        "ann+teacher1@a-1.invalid t",
                        "ann+teacher2@a-1.invalid t",
                        "student.u1@a-1.invalid t");
        assertThat(school.value("SELECT email FROM school.schools")).isEqualTo("null");
    }

    @Test
    void numbers_are_read_in_the_country_of_the_school() {
        String uganda = S1.replace("\"A-1\"", "\"A-1\", \"country\": \"UG\", \"phone\": \"0772 000 001\"");
        write(Map.of(
                        "School", List.of(uganda),
                        "Teacher", List.of(person("t1", ", \"phoneNumber\": \"0772000002\"")),
                        "Parent", List.of(person("p1", ", \"secondaryPhoneNumber\": \"0772000003\"")),
                        "Student", List.of(person("u1", ", \"parentId\": \"p1\"")),
                        "EmergencyContact",
                                List.of("{\"id\": \"e1\", \"firstName\": \"Eve\", \"studentId\": \"u1\","
                                        + " \"phone\": \"0772000004\"}")))
                .migrate();
        assertThat(school.value("SELECT phone FROM school.schools")).isEqualTo("+256772000001");
        assertThat(users("phone_number")).containsExactly("+256772000001", "+256772000002", "", "");
        assertThat(school.value("SELECT secondary_phone FROM school.parents")).isEqualTo("+256772000003");
        assertThat(school.value("SELECT phone FROM school.emergency_contacts")).isEqualTo("+256772000004");

        write(Map.of(
                "EmergencyContact",
                List.of("{\"id\": \"e2\", \"firstName\": \"Eve\", \"studentId\": \"u1\", \"phone\": \"0772000005\"}")));
        school.migrate();
        assertThat(school.value("SELECT max(phone) FROM school.emergency_contacts"))
                .as("of a student of an earlier run")
                .isEqualTo("+256772000005");
    }

    @Test
    void passwords_are_kept_hashed_or_missing_and_never_plain() {
        String hash = "$2b$10$abcdefghijklmnopqrstuuH5w8iRoGS0Seg25dQDUnx9Rm213lZoi";
        String digest = "5f4dcc3b5aa765d61d8327deb882cf99";
        write(Map.of(
                        "School", List.of(S1),
                        "Teacher",
                                List.of(
                                        person("t1", ", \"password\": \"" + hash + "\""),
                                        person("t2", ", \"password\": \"" + digest + "\""),
                                        person("t3", ", \"password\": \"Jacaranda-1987\""),
                                        person("t4", ", \"password\": \" \""))))
                .migrate();
        assertThat(users("is_password_set, password").subList(0, 3)).containsExactly("f", "t " + hash, "f " + digest);
        assertThat(users("is_password_set, left(password, 4)").subList(3, 5)).containsExactly("t $2a$", "f");
        assertThat(school.dump().toString()).doesNotContain("Jacaranda");
    }

    @Test
    void a_barred_login_is_an_inactive_user() {
        write(Map.of("School", List.of(S1), "Parent", List.of(person("p1", ", \"isLoginBarred\": true"))))
                .migrate();
        assertThat(users("type, is_active")).containsExactly("SCHOOL_ADMIN t", "PARENT f");
    }

    @Test
    void every_person_has_one_user_and_one_role_in_the_school() {
        write(Map.of(
                        "School", List.of(S1),
                        "Teacher", List.of(person("x", "")),
                        "Parent", List.of(person("x", "")),
                        "Student", List.of(person("x", ", \"parentId\": \"x\""))))
                .migrate();
        assertThat(school.column(
                        "SELECT r.name || ' ' || u.type || ' ' || (s.id = u.school_id) FROM school.user_roles ur"
                                + " JOIN school.users u ON u.id = ur.user_id JOIN school.roles r ON r.id = ur.role_id"
                                + " JOIN school.schools s ON s.id = ur.school_id ORDER BY u.id"))
                .containsExactly(
                        "SCHOOL_ADMIN SCHOOL_ADMIN true",
                        "TEACHER TEACHER true",
                        "PARENT PARENT true",
                        "STUDENT STUDENT true");
        assertThat(school.value("SELECT count(DISTINCT uuid) FROM school.users"))
                .isEqualTo("4");
    }

    @Test
    void whoever_moves_to_another_school_takes_the_only_role_along() {
        String s2 = S1.replace("s1", "s2").replace("A-1", "B-1").replace("alpha", "beta");
        write(Map.of("School", List.of(S1, s2), "Teacher", List.of(person("t1", ""))))
                .migrate();
        write(Map.of(
                "School", List.of(S1, s2), "Teacher", List.of(person("t1", "").replace("s1", "s2"))));
        String schools = "SELECT school_id FROM school.user_roles WHERE user_id = 3";
        assertThat(rows(school.migrate())).contains("user_roles 0/0/0/3");
        assertThat(school.column(schools)).containsExactly("1");
        assertThat(rows(school.migrate(UPDATE))).contains("user_roles 0/1/2/0");
        assertThat(school.column(schools)).containsExactly("2");
    }

    @Test
    void people_of_a_school_that_is_not_there_or_was_rejected_are_violations() {
        write(Map.of(
                "School", List.of(S1, "{\"id\": \"s2\", \"schoolName\": \"Beta\", \"type\": \"charter\"}"),
                "Teacher",
                        List.of(
                                person("t1", "").replace("s1", "s2"),
                                person("t2", "").replace("s1", "s9")),
                "Student", List.of(person("u1", "").replace("s1", "s9"))));
        MigrationResult result = school.migrate(SubscriptionsTest.FORCE);
        assertThat(violations(result))
                .containsExactly(
                        "schools s2 Pattern /School/1/type",
                        "teachers t1 reference /Teacher/0/schoolId",
                        "teachers t2 reference /Teacher/1/schoolId",
                        "students u1 reference /Student/0/schoolId");
        assertThat(users("type")).containsExactly("SCHOOL_ADMIN");
    }

    @Test
    void a_part_can_be_migrated_and_the_rest_later() {
        shared();
        MigrationResult result = school.migrate(options -> options.withEntities(Set.of("schools", "teachers")));
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(school.value("SELECT count(*) FROM school.teachers")).isEqualTo("2");
        assertThat(users("email")).contains("a@x", "a+teacher1@x");
        school.migrate();
        assertThat(users("email")).contains("a@x", "a+teacher1@x", "a+parent1@x");
        assertThat(count(school.migrate(), "users").inserted()).isZero();
    }
}
