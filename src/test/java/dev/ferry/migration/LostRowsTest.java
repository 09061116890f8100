package dev.ferry.migration;

import static dev.ferry.migration.Trial.rows;
import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.failure.ExitCode;
import dev.ferry.profile.courses.CoursesProfile;
import dev.ferry.write.WriterChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that the database does not store, and the ledger of what it did store. */
@NullMarked
class LostRowsTest {
    @TempDir
    private Path folder;

    private Trial courses;

    @BeforeEach
    void schema() {
        courses = new Trial(new CoursesProfile(), folder)
                .file("metadata.json", "{}")
                .file("data.json", "{}");
        courses.migrate();
        courses.file("metadata.json", "{\"AS.100.100\": {}}")
                .file("data.json", "{\"AS.100.100_FA23\": {}, \"AS.100.100_FA24\": {}, \"AS.100.100_FA25\": {}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BEFORE", "AFTER"})
    void a_trigger_that_leaves_rows_out_is_a_mismatch_and_nothing_is_committed(String when) {
        courses.execute("CREATE FUNCTION lose() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                + " IF NEW.instance_key LIKE '%FA24' THEN DELETE FROM courses.courses"
                + " WHERE instance_key = NEW.instance_key; RETURN NULL; END IF; RETURN NEW; END $$");
        courses.execute(
                "CREATE TRIGGER lose " + when + " INSERT ON courses.courses FOR EACH ROW EXECUTE FUNCTION lose()");
        for (UnaryOperator<MigrationOptions> options : List.<UnaryOperator<MigrationOptions>>of(
                o -> o,
                o -> o.withWriter(WriterChoice.COPY),
                o -> o.withBatchSize(1),
                o -> o.withOnRejected(OnRejected.WRITE_THE_REST))) {
            MigrationResult result = courses.migrate(options);
            assertThat(result.exitCode()).isEqualTo(ExitCode.MISMATCH);
            assertThat(rows(result)).containsExactly("course_metadata 0/0/0/0", "courses 0/0/0/0");
            assertThat(courses.dump().values())
                    .allSatisfy(rows -> assertThat(rows).isEmpty());
            assertThat(courses.value("SELECT status FROM ferry.runs ORDER BY started_at DESC LIMIT 1"))
                    .isEqualTo("MISMATCHED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_update_that_the_target_refuses_leaves_its_row_and_the_others_can_be_taken_back(WriterChoice writer) {
        courses.migrate();
        var before = courses.dump();
        courses.execute("ALTER TABLE courses.courses ADD CHECK (data ->> 'x' <> 'bad')");
        courses.file("data.json", "{\"AS.100.100_FA23\": {\"x\": \"bad\"}, \"AS.100.100_FA24\": {\"x\": \"good\"}}");
        MigrationResult result = courses.migrate(options -> options.withOnRejected(OnRejected.WRITE_THE_REST)
                .withOnConflict(OnConflict.UPDATE)
                .withWriter(writer));
        assertThat(violations(result)).containsExactly("courses AS.100.100_FA23 target /AS.100.100_FA23");
        assertThat(rows(result)).containsExactly("course_metadata 0/0/1/0", "courses 0/1/0/0");
        courses.rollback();
        assertThat(courses.dump()).isEqualTo(before);
    }
}
