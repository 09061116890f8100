package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.database.DatabaseException;
import dev.ferry.failure.ExitCode;
import dev.ferry.profile.courses.CoursesProfile;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullMarked
class LostConnectionTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"MIGRATE", "REHEARSE"})
    void a_run_whose_connection_the_server_ends_tells_the_reason(RunMode mode) {
        Trial courses = new Trial(new CoursesProfile(), folder)
                .file("metadata.json", "{}")
                .file("data.json", "{}");
        courses.migrate();
        courses.execute("CREATE FUNCTION ends() RETURNS trigger LANGUAGE plpgsql AS "
                + "$$BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END$$");
        courses.execute("CREATE TRIGGER ends BEFORE INSERT ON courses.course_metadata "
                + "FOR EACH ROW EXECUTE FUNCTION ends()");
        courses.file("metadata.json", "{\"AS.100.100\": {}}");

        assertThatThrownBy(() -> courses.migrate(options -> options.withMode(mode)))
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
                    assertThat(e).hasMessageContaining("the server ended the connection: terminating connection");
                });

        assertThat(courses.value("SELECT count(*) FROM courses.course_metadata"))
                .isEqualTo("0");
        assertThat(courses.column("SELECT message FROM ferry.runs WHERE status = 'FAILED'"))
                .hasSize(mode == RunMode.MIGRATE ? 1 : 0)
                .allSatisfy(message -> assertThat(message).startsWith("the server ended the connection"));
    }
}
