package dev.ferry.migration;

import static dev.ferry.migration.Trial.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.failure.ExitCode;
import dev.ferry.profile.classroom.ClassroomProfile;
import dev.ferry.validate.Violation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registers whose records refer to one another at random. */
@NullMarked
class ClassroomReferencesTest {
    private static final int SIZE = 12;

    @TempDir
    private Path folder;

    private Trial trial(RandomRegister register) {
        return new Trial(new ClassroomProfile(), folder.resolve("mockData.json")).document(register.document());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void a_student_who_is_missing_is_one_violation_at_each_place_that_names_them_and_none_else(long seed) {
        Random random = new Random(seed);
        RandomRegister register = new RandomRegister(SIZE, random);
        List<String> places = register.removeStudent(random.nextInt(SIZE));

        MigrationResult result = trial(register).offline(RunMode.VALIDATE);
        assertThat(result.summary().report().listed())
                .extracting(violation -> violation.position().pointer())
                .containsExactlyInAnyOrderElementsOf(places);
        assertThat(result.summary().report().listed())
                .extracting(Violation::constraint)
                .containsOnly("reference");
        assertThat(places).isNotEmpty();
    }

    @Test
    void the_rest_is_written_without_what_names_a_missing_student_where_that_is_asked() {
        RandomRegister register = new RandomRegister(SIZE, new Random(6));
        Trial whole = trial(register);
        whole.migrate();
        List<String> places = register.removeStudent(3);

        Trial rest = trial(register);
        MigrationResult result = rest.migrate(options -> options.withOnRejected(OnRejected.WRITE_THE_REST));
        assertThat(result.exitCode()).isEqualTo(ExitCode.PARTIAL);
        whole.execute("DELETE FROM classroom.students WHERE id = 's3'");
        assertThat(content(rest)).isEqualTo(content(whole));
        assertThat(result.summary().report().violationCount()).isEqualTo(places.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void the_order_of_the_source_makes_no_difference_to_the_database(long seed) {
        RandomRegister register = new RandomRegister(SIZE, new Random(seed));
        Trial ordered = trial(register);
        assertThat(ordered.migrate(options -> options.withBatchSize(5)).exitCode())
                .isEqualTo(ExitCode.DONE);
        String before = register.document();
        register.shuffle();
        assertThat(register.document()).isNotEqualTo(before);

        Trial shuffled = trial(register);
        assertThat(shuffled.migrate().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(content(shuffled)).isEqualTo(content(ordered));

        ordered.document(register.document());
        assertThat(rows(ordered.migrate(options -> options.withOnConflict(OnConflict.UPDATE))))
                .allMatch(row -> row.matches("[a-z_]+ 0/0/\\d+/0"));
    }

    @Test
    void the_number_of_statements_grows_with_the_batches_and_not_with_the_records() {
        assertThat(statements(400)).isEqualTo(statements(200));
    }

    /** Of a first run and of one that compares every row. */
    private int statements(int size) {
        Trial trial = trial(new RandomRegister(size, new Random(21)));
        StatementCount counted = new StatementCount(trial.database());
        for (OnConflict onConflict : List.of(OnConflict.SKIP, OnConflict.UPDATE)) {
            MigrationResult result =
                    trial.migrate(counted, options -> options.withOnConflict(onConflict), MigrationListener.SILENT);
            assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        }
        return counted.statements();
    }

    /** Every row of every table without the times at which it was written. */
    private static Map<String, List<String>> content(Trial trial) {
        Map<String, List<String>> content = new TreeMap<>();
        for (String table : trial.dump().keySet()) {
            content.put(
                    table,
                    trial.column("SELECT to_jsonb(t) - 'created_at' - 'updated_at' FROM classroom." + table
                            + " t ORDER BY 1"));
        }
        return content;
    }
}
