package dev.ferry.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.database.Database;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.migration.Migration;
import dev.ferry.migration.MigrationListener;
import dev.ferry.migration.MigrationOptions;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.OnConflict;
import dev.ferry.migration.OnRejected;
import dev.ferry.migration.Rollback;
import dev.ferry.migration.RollbackRequest;
import dev.ferry.write.HibernateModel;
import dev.ferry.write.WriterChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That COPY and JDBC write the same rows of every profile; a new one is tested by being there. */
@NullMarked
class ProfileLanesTest {
    static List<Profile> profiles() {
        return Profiles.all();
    }

    /** A database that one lane writes. */
    private record Lane(Profile profile, WriterChoice writer, String url, HibernateModel model) {
        Lane(Profile profile, WriterChoice writer, HibernateModel model) {
            this(profile, writer, TestPostgres.newDatabase(), model);
        }

        Database database() {
            return TestPostgres.at(url);
        }

        List<EntityCount> migrate(String folder, UnaryOperator<MigrationOptions> change) {
            MigrationOptions options = MigrationOptions.of(
                            profile, Path.of(folder, profile.name()).toString())
                    .withWriter(writer);
            MigrationResult result = Migration.into(database(), change.apply(options), MigrationListener.SILENT)
                    .run();
            return result.summary().entities();
        }

        Map<String, List<String>> dump() {
            return DatabaseDump.of(url, profile.name());
        }

        /** The values that do not differ from run to run. */
        Map<String, List<String>> stable() {
            Map<String, List<String>> rows = new TreeMap<>();
            for (Table<?> table : Step.tables(profile.steps())) {
                rows.put(
                        table.name(),
                        DatabaseDump.column(
                                url,
                                "SELECT ROW("
                                        + model.stableColumns(table.entity()).stream()
                                                .map(Lane::quoted)
                                                .collect(Collectors.joining(", "))
                                        + ")::text FROM " + sql(table) + " ORDER BY 1"));
            }
            return rows;
        }

        /** Takes away every value that may be missing. */
        void edit() {
            for (Table<?> table : Step.tables(profile.steps())) {
                List<String> columns = new ArrayList<>(model.stableColumns(table.entity()));
                columns.removeAll(model.identifierColumns(table.entity()));
                columns.removeAll(model.naturalKeyColumns(table.entity()));
                for (String column : columns) {
                    DatabaseDump.execute(
                            url,
                            "DO $$ BEGIN UPDATE " + sql(table) + " SET " + quoted(column)
                                    + " = NULL; EXCEPTION WHEN integrity_constraint_violation THEN NULL; END $$");
                }
            }
        }

        private String sql(Table<?> table) {
            return quoted(profile.name()) + "." + quoted(table.name());
        }

        private static String quoted(String name) {
            return '"' + name + '"';
        }

        void rollback() {
            Rollback.in(
                            database(),
                            new RollbackRequest(
                                    profile, profile.name(), new RollbackGoal.NewestRun(), DriftPolicy.ABORT))
                    .run();
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void both_lanes_write_and_update_the_same_rows_and_take_them_back(Profile profile) {
        try (HibernateModel model = new HibernateModel(profile, profile.name())) {
            Lane jdbc = new Lane(profile, WriterChoice.JDBC, model);
            Lane copy = new Lane(profile, WriterChoice.COPY, model);
            assertThat(copy.migrate("samples", o -> o)).isEqualTo(jdbc.migrate("samples", o -> o));
            Map<String, List<String>> written = jdbc.stable();
            assertThat(copy.stable()).isEqualTo(written);
            copy.edit();
            jdbc.edit();
            Map<String, List<String>> edited = copy.dump();
            List<EntityCount> counts = copy.migrate("samples", o -> o.withOnConflict(OnConflict.UPDATE));
            assertThat(counts).isEqualTo(jdbc.migrate("samples", o -> o.withOnConflict(OnConflict.UPDATE)));
            assertThat(counts).anySatisfy(count -> assertThat(count.updated()).isPositive());
            assertThat(copy.stable()).isEqualTo(jdbc.stable());
            copy.rollback();
            assertThat(copy.dump()).isEqualTo(edited);
        }
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void both_lanes_write_what_is_valid_of_a_broken_source(Profile profile) {
        try (HibernateModel model = new HibernateModel(profile, profile.name())) {
            Lane jdbc = new Lane(profile, WriterChoice.JDBC, model);
            Lane copy = new Lane(profile, WriterChoice.COPY, model);
            UnaryOperator<MigrationOptions> broken = o -> MigrationOptions.of(
                            profile,
                            Path.of("samples", profile.name(), "broken").toString())
                    .withWriter(o.writer())
                    .withOnRejected(OnRejected.WRITE_THE_REST);
            assertThat(copy.migrate("samples", broken)).isEqualTo(jdbc.migrate("samples", broken));
            assertThat(copy.stable()).isEqualTo(jdbc.stable());
        }
    }
}
