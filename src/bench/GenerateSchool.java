import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/**
 * Makes a V1 database of the profile school in a schema of its own, with bcrypt hashes for passwords:
 * {@code java -cp ferry.jar GenerateSchool.java JDBC-URL SCHEMA SCHOOLS TEACHERS PARENTS STUDENTS}.
 */
final class GenerateSchool {
    /** A hash of its own for each row: 22 characters of salt and 31 of digest, in bcrypt's alphabet. */
    private static final String HASH = "'$2b$10$' || left(translate(encode(sha256((n || %s)::bytea), 'base64'), '+=', './'), 21)"
            + " || 'u' || left(translate(encode(sha256((%s || n)::bytea), 'base64'), '+=', './'), 31)";

    private GenerateSchool() {}

    public static void main(String[] arguments) throws Exception {
        int schools = Integer.parseInt(arguments[2]);
        int teachers = Integer.parseInt(arguments[3]);
        int parents = Integer.parseInt(arguments[4]);
        int students = Integer.parseInt(arguments[5]);
        try (Connection connection = DriverManager.getConnection(arguments[0]);
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE SCHEMA \"" + arguments[1] + "\"");
            sql.execute("SET search_path TO \"" + arguments[1] + "\"");
            schools(sql, schools);
            people(sql, schools, teachers, parents, students);
        }
    }

    private static void schools(Statement sql, int schools) throws Exception {
        sql.execute("""
                CREATE TABLE "School" AS
                SELECT 'sch-' || lpad(n::text, 6, '0') AS id, 'School ' || n AS "schoolName",
                       'office' || n || '@school' || n || '.example' AS email,
                       '+25420' || lpad((2000000 + n)::text, 7, '0') AS phone, 'SC-' || n AS "schoolCode",
                       (ARRAY['Primary', 'Junior Secondary', 'Senior Secondary'])[1 + n %% 3] AS "schoolLevel",
                       'Kenya'::text AS country, 'Nairobi'::text AS county, %s AS password, 'Public'::text AS type,
                       'P.O. Box ' || n || ' - 00100, Nairobi' AS "schoolAddress",
                       timestamp(3) '2021-01-01' + n * interval '1 hour' AS "CreatedAt",
                       timestamp(3) '2025-01-01' AS "UpdatedAt", true AS "isActive", true AS "isVerified",
                       false AS "isDeleted", NULL::timestamp(3) AS "deletedAt"
                FROM generate_series(1, %d) n""".formatted(hash("s"), schools));
        key(sql, "School");
    }

    private static void people(Statement sql, int schools, int teachers, int parents, int students) throws Exception {
        String names = """
                (ARRAY['Grace', 'Peter', 'Fatuma', 'Brian', 'Achieng', 'Kevin', 'Mercy'])[1 + n %% 7] AS "firstName",
                NULL::text AS "middleName",
                (ARRAY['Kamau', 'Otieno', 'Hassan', 'Wafula', 'Njoroge', 'Chebet'])[1 + n %% 6] AS "lastName",
                'sch-' || lpad((1 + n %% %d)::text, 6, '0') AS "schoolId", false AS "isDeleted",
                """.formatted(schools);
        sql.execute("""
                CREATE TABLE "Teacher" AS
                SELECT 'tch-' || lpad(n::text, 6, '0') AS id, %s
                       'teacher' || n || '@mail.example' AS email, '+25471' || lpad(n::text, 7, '0') AS "phoneNumber",
                       (ARRAY['Male', 'Female'])[1 + n %% 2] AS gender, %s AS password, false AS "isLoginBarred",
                       false AS "isClassTeacher", ARRAY['Mathematics', 'Kiswahili'] AS subjects
                FROM generate_series(1, %d) n""".formatted(names, hash("t"), teachers));
        key(sql, "Teacher");
        // Every twentieth parent shares an address and a number with the one before.
        sql.execute("""
                CREATE TABLE "Parent" AS
                SELECT 'par-' || lpad(n::text, 6, '0') AS id, %s
                       'parent' || (n - (n %% 20 = 0)::int) || '@mail.example' AS email,
                       '+25472' || lpad((n - (n %% 20 = 0)::int)::text, 7, '0') AS "phoneNumber",
                       (ARRAY['father', 'mother', 'aunt'])[1 + n %% 3] AS relationship, %s AS password,
                       false AS "isLoginBarred"
                FROM generate_series(1, %d) n""".formatted(names, hash("p"), parents));
        key(sql, "Parent");
        sql.execute("""
                CREATE TABLE "Student" AS
                SELECT 'stu-' || lpad(n::text, 6, '0') AS id, %s
                       'ADM-' || n AS "studentAdmissionNumber", (ARRAY['MALE', 'FEMALE'])[1 + n %% 2] AS gender,
                       'class-' || n %% 8 AS "classId", 'par-' || lpad((1 + n %% %d)::text, 6, '0') AS "parentId",
                       timestamp(3) '2024-01-08' + n * interval '1 minute' AS "createdAt"
                FROM generate_series(1, %d) n""".formatted(names, parents, students));
        key(sql, "Student");
        sql.execute("""
                CREATE TABLE "EmergencyContact" AS
                SELECT 'ctc-' || lpad(n::text, 6, '0') AS id, 'Jane' AS "firstName", 'Doe' AS "lastName",
                       '+25473' || lpad(n::text, 7, '0') AS phone, 'stu-' || lpad(n::text, 6, '0') AS "studentId",
                       'aunt' AS relationship
                FROM generate_series(1, %d) n""".formatted(students / 10));
        key(sql, "EmergencyContact");
    }

    private static String hash(String salt) {
        return HASH.formatted("'" + salt + "'", "'" + salt + "'");
    }

    private static void key(Statement sql, String table) throws Exception {
        sql.execute("ALTER TABLE \"" + table + "\" ADD PRIMARY KEY (id)");
    }
}
