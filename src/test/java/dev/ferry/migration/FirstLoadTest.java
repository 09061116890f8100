package dev.ferry.migration;

import static dev.ferry.migration.Trial.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.failure.ExitCode;
import dev.ferry.profile.courses.CoursesProfile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that have no rows: nothing is looked for in them, so nobody else may write to them meanwhile. */
@NullMarked
class FirstLoadTest {
    @TempDir
    private Path folder;

    private Trial courses;

    @BeforeEach
    void source() {
        courses = new Trial(new CoursesProfile(), folder);
        courses.file("metadata.json", "{\"AS.100.101\": {}, \"AS.100.102\": {}}");
        courses.file("data.json", "{\"AS.100.101.FA23\": {}, \"AS.100.102.FA23\": {}}");
    }

    private List<String> locksDuringRun() {
        List<String> locks = new ArrayList<>();
        MigrationListener listener = new MigrationListener() {
            @Override
            public void progress(Progress now) {
                if (now.entity().equals("courses")) {
                    locks.addAll(courses.column("SELECT c.relname FROM pg_locks l JOIN pg_class c ON c.oid = l.relation"
                            + " WHERE l.mode = 'ShareRowExclusiveLock' AND c.relkind = 'r' ORDER BY 1"));
                }
            }
        };
        MigrationResult result = courses.migrate(courses.database(), options -> options.withBatchSize(2), listener);
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        return locks;
    }

    @Test
    void other_writers_wait_until_the_commit() {
        assertThat(locksDuringRun()).containsExactly("course_metadata", "courses");
        assertThat(locksDuringRun()).as("tables that have rows").isEmpty();
    }

    @Test
    void a_table_that_others_write_to_is_looked_through_instead_of_waited_for() throws SQLException {
        courses.migrate();
        courses.rollback();
        try (Connection other = DriverManager.getConnection(courses.url);
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("INSERT INTO courses.course_metadata (course_code) VALUES ('AS.999.999')");
            assertThat(rows(courses.migrate())).containsExactly("course_metadata 2/0/0/0", "courses 2/0/0/0");
            other.commit();
        }
        assertThat(courses.column("SELECT course_code FROM courses.course_metadata ORDER BY 1"))
                .containsExactly("AS.100.101", "AS.100.102", "AS.999.999");
    }
}
