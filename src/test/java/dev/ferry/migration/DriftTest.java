package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.Drift;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.profile.courses.CoursesProfile;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rollback where someone changed rows since the run. */
@NullMarked
class DriftTest {
    @TempDir
    private Path folder;

    private Trial courses;

    @BeforeEach
    void drifted() {
        courses = new Trial(new CoursesProfile(), folder)
                .file("metadata.json", "{\"AS.100.100\": {}, \"AS.100.101\": {}}")
                .file("data.json", "{\"AS.100.100_FA23\": {}, \"AS.100.101_FA23\": {}}");
        courses.migrate();
        courses.execute("UPDATE courses.courses SET data = '{\"mine\": 1}' WHERE instance_key = 'AS.100.100_FA23'");
    }

    @Test
    void rows_that_changed_since_stop_a_rollback_and_nothing_is_changed() {
        var before = courses.dump();
        RefusalException refusal = catchThrowableOfType(RefusalException.class, courses::rollback);
        assertThat(refusal.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(refusal).hasMessageContaining("AS.100.100_FA23").hasMessageNotContaining("mine");
        assertThat(refusal.advice().orElseThrow()).contains("--on-drift");
        assertThat(courses.dump()).isEqualTo(before);
    }

    @Test
    void they_and_what_they_need_are_kept_where_that_is_asked() {
        RollbackResult result = courses.rollback(DriftPolicy.KEEP);
        assertThat(courses.column("SELECT instance_key FROM courses.courses")).containsExactly("AS.100.100_FA23");
        assertThat(courses.column("SELECT course_code FROM courses.course_metadata"))
                .containsExactly("AS.100.100");
        assertThat(result.drift())
                .extracting(Drift::kind)
                .containsExactlyInAnyOrder(Drift.Kind.CHANGED, Drift.Kind.HELD);
    }

    @Test
    void they_are_taken_back_too_where_that_is_asked() {
        RollbackResult result = courses.rollback(DriftPolicy.FORCE);
        assertThat(courses.dump().values()).allSatisfy(rows -> assertThat(rows).isEmpty());
        assertThat(result.drift()).extracting(Drift::key).containsExactly("AS.100.100_FA23");
    }
}
