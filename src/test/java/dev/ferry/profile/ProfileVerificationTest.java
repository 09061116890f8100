package dev.ferry.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.failure.ExitCode;
import dev.ferry.migration.Migration;
import dev.ferry.migration.MigrationListener;
import dev.ferry.migration.MigrationOptions;
import dev.ferry.migration.Verification;
import dev.ferry.migration.VerificationRequest;
import dev.ferry.migration.VerificationResult;
import dev.ferry.migration.VerifiedEntity;
import dev.ferry.verify.Difference;
import dev.ferry.verify.Difference.Kind;
import dev.ferry.write.HibernateModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What a verification finds in the tables of every profile; a new one is tested by being there. */
@NullMarked
@ParameterizedClass
@MethodSource("profiles")
class ProfileVerificationTest {
    private final Profile profile;
    private final MigrationOptions options;
    private final String url = TestPostgres.newDatabase();

    ProfileVerificationTest(Profile profile) {
        this.profile = profile;
        this.options =
                MigrationOptions.of(profile, Path.of("samples", profile.name()).toString());
    }

    static List<Profile> profiles() {
        return Profiles.all();
    }

    @BeforeEach
    void migrate() {
        Migration.into(TestPostgres.at(url), options, MigrationListener.SILENT)
                .run()
                .orThrow();
    }

    @Test
    void what_was_migrated_is_as_the_source_says_and_verifying_it_changes_nothing() {
        var before = DatabaseDump.of(url, profile.name());
        var ledger = DatabaseDump.of(url, "ferry");
        try (VerificationResult result = verify()) {
            assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
            assertThat(result.differences().listed()).isEmpty();
            assertThat(result.entities())
                    .allSatisfy(entity -> assertThat(entity.matching()).isEqualTo(rows(entity.entity())))
                    .extracting(VerifiedEntity::entity)
                    .containsExactlyElementsOf(Step.tables(profile.steps()).stream()
                            .map(table -> table.name())
                            .toList());
        }
        assertThat(DatabaseDump.of(url, profile.name())).isEqualTo(before);
        assertThat(DatabaseDump.of(url, "ferry")).isEqualTo(ledger);
    }

    @Test
    void verify_finds_every_value_changed_by_hand() {
        Set<String> changed = new TreeSet<>();
        try (HibernateModel model = new HibernateModel(profile, profile.name())) {
            for (Table<?> table : Step.tables(profile.steps())) {
                List<String> columns = new ArrayList<>(model.stableColumns(table.entity()));
                columns.removeAll(model.identifierColumns(table.entity()));
                columns.removeAll(model.naturalKeyColumns(table.entity()));
                for (String column : columns) {
                    if (change(table.name(), column)) {
                        changed.add(table.name() + "." + column);
                    }
                }
            }
        }
        assertThat(changed).isNotEmpty();
        try (VerificationResult result = verify()) {
            assertThat(result.exitCode()).isEqualTo(ExitCode.MISMATCH);
            assertThat(result.differences().listed())
                    .allSatisfy(difference -> assertThat(difference.kind()).isEqualTo(Kind.DIFFERENT))
                    .allSatisfy(difference -> assertThat(difference.expected()).isNotEqualTo(difference.found()));
            assertThat(names(result)).containsExactlyElementsOf(changed);
        }
    }

    @Test
    void verify_finds_a_row_of_each_table_that_is_gone() {
        Set<String> emptied = new TreeSet<>();
        for (Table<?> table : Step.tables(profile.steps())) {
            // Foreign keys are left out of it, so that each table loses one row and no more.
            DatabaseDump.execute(
                    url,
                    "SET session_replication_role = replica; DELETE FROM " + sql(table.name())
                            + " WHERE ctid = (SELECT max(ctid) FROM " + sql(table.name()) + ")");
            emptied.add(table.name());
        }
        try (VerificationResult result = verify()) {
            assertThat(result.exitCode()).isEqualTo(ExitCode.MISMATCH);
            Set<String> missing = result.differences().listed().stream()
                    .filter(difference -> difference.kind() == Kind.MISSING)
                    .map(Difference::entity)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(missing).isEqualTo(emptied);
        }
    }

    private VerificationResult verify() {
        return Verification.of(TestPostgres.at(url), VerificationRequest.of(options), MigrationListener.SILENT)
                .run();
    }

    private static List<String> names(VerificationResult result) {
        return result.differences().listed().stream()
                .map(difference -> difference.entity() + "." + difference.column())
                .sorted()
                .toList();
    }

    /** Changes one value of the first row, where the table lets it be changed. */
    private boolean change(String table, String column) {
        String type = DatabaseDump.value(
                url,
                "SELECT coalesce((SELECT min(e.enumlabel) FROM pg_enum e WHERE e.enumtypid = a.atttypid),"
                        + " format_type(a.atttypid, NULL)) FROM pg_attribute a WHERE a.attrelid = '" + sql(table)
                        + "'::regclass AND a.attname = '" + column + "'");
        String quoted = '"' + column + '"';
        String other = switch (type) {
            case "text", "character varying" -> quoted + " || 'x'";
            case "boolean" -> "NOT " + quoted;
            case "integer", "bigint", "smallint", "numeric" -> quoted + " + 1";
            case "date" -> quoted + " + 1";
            case "time without time zone", "timestamp with time zone" -> quoted + " + interval '1 s'";
            case "jsonb" -> "'{\"changed\": true}'";
            case "uuid" -> "gen_random_uuid()";
            case "text[]" -> "array_append(" + quoted + ", 'x')";
            default -> "NULL";
        };
        for (String value : List.of(other, "NULL")) {
            try {
                // Foreign keys are left out of it: what is compared is a value, and not whether a row may have it.
                return !DatabaseDump.column(
                                url + "&options=-c%20session_replication_role=replica",
                                "UPDATE " + sql(table) + " SET " + quoted + " = " + value
                                        + " WHERE ctid = (SELECT ctid FROM " + sql(table) + " WHERE " + quoted
                                        + " IS NOT NULL LIMIT 1) RETURNING 1")
                        .isEmpty();
            } catch (IllegalStateException e) {
                // The table has a rule against this value: another, or none, may do.
            }
        }
        return false;
    }

    private String sql(String table) {
        return profile.name() + "." + table;
    }

    private long rows(String table) {
        return Long.parseLong(DatabaseDump.value(url, "SELECT count(*) FROM " + sql(table)));
    }
}
