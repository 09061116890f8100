package dev.ferry.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.TestPostgres;
import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.profile.Profile;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.RollbackCommandStep;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DatabaseChangelogCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A profile whose changelog grows between runs, from version to version of its jar. */
class SchemaChangesTest {
    private static final String TOOL = """
              - changeSet:
                  id: tool
                  author: a
                  changes:
                    - sql: {sql: "CREATE TABLE tool (name text PRIMARY KEY, note text)"}
                  rollback:
                    - sql: {sql: DROP TABLE tool}
            """;
    private static final String SIZE = """
              - changeSet:
                  id: size
                  author: a
                  changes:
                    - sql: {sql: "ALTER TABLE tool ADD COLUMN size integer DEFAULT 7"}
                  rollback:
                    - sql: {sql: ALTER TABLE tool DROP COLUMN size}
            """;

    @TempDir
    Path folder;

    private Bench small;
    private Bench grown;

    @BeforeEach
    void versions() throws Exception {
        small = new Bench(TestPostgres.newDatabase(), version("1", TOOL), "garden");
        grown = small.with(version("2", TOOL + SIZE));
        small.owner.update();
    }

    private Profile version(String name, String changesets) throws Exception {
        Path file = folder.resolve(name).resolve("liquibase/garden/changelog.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file, "databaseChangeLog:\n  - logicalFilePath: liquibase/garden/changelog.yaml\n" + changesets);
        return TestProfile.from("garden", folder.resolve(name));
    }

    @Test
    void a_schema_change_between_two_runs_is_taken_back_between_them() {
        small.sql("INSERT INTO tool VALUES ('theirs', 'x')");
        List<String> before = small.dump();
        small.updateTools("one", "first", "theirs");
        grown.owner.update();
        grown.updateTools("two", "second", "theirs");
        assertThat(grown.query("SELECT (t.*)::text FROM tool t")).containsExactly("(theirs,second,7)");

        UndoPlan plan = grown.owner.plan(new RollbackGoal.ToTag("one"));
        assertThat(plan.runs()).extracting(run -> run.tag().orElse("")).containsExactly("two", "one");
        assertThat(plan.changesets()).containsExactly("size");
        UndoResult result = grown.owner.rollback(plan, DriftPolicy.ABORT);

        assertThat(grown.dump()).isEqualTo(before);
        assertThat(result.entities())
                .singleElement()
                .satisfies(count -> assertThat(count.updated()).isEqualTo(2));
        grown.owner.update();
        assertThat(grown.query("SELECT (t.*)::text FROM tool t")).containsExactly("(theirs,x,7)");
    }

    @Test
    void changesets_that_the_profile_no_longer_has_are_refused_before_anything_changes() {
        small.insertTools("one", "a");
        grown.owner.update();
        List<String> before = small.dump();

        assertThatThrownBy(() -> small.rollback("one"))
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("liquibase/garden/changelog.yaml::size::a");
        assertThat(small.dump()).isEqualTo(before);
    }

    @Test
    void a_changeset_that_was_edited_after_it_ran_is_refused() throws Exception {
        Bench edited = small.with(version("3", TOOL.replace("note text", "note varchar")));
        assertThatThrownBy(edited.owner::update)
                .isInstanceOf(RefusalException.class)
                .hasMessageContaining("its changelog is not the one that ran");
    }

    @Test
    void a_changeset_outside_of_a_transaction_is_refused() throws Exception {
        Bench outside =
                small.with(version("3", TOOL + SIZE.replace("author: a", "author: a\n      runInTransaction: false")));
        assertThatThrownBy(outside.owner::update).hasMessageContaining("runInTransaction: false");
        assertThat(outside.query("SELECT id FROM databasechangelog")).containsExactly("tool");
    }

    @Test
    void a_failure_in_the_middle_of_a_rollback_leaves_everything_as_it_was() throws Exception {
        Bench broken = small.with(version("3", TOOL + SIZE.replace("DROP COLUMN size", "DROP COLUMN sise")));
        small.insertTools("one", "a");
        broken.owner.update();
        broken.insertTools("two", "b");
        List<String> before = broken.dump();
        List<String> ledger = broken.query("SELECT (r.*)::text FROM ferry.runs r ORDER BY 1");

        assertThatThrownBy(() -> broken.rollback("one")).hasMessageContaining("column \"sise\"");

        assertThat(broken.dump()).isEqualTo(before);
        assertThat(broken.query("SELECT (r.*)::text FROM ferry.runs r ORDER BY 1"))
                .isEqualTo(ledger);
        assertThat(broken.query("SELECT count(*) FROM ferry.run_batches")).containsExactly("2");
        broken.rollback("two");
    }

    @Test
    void a_failure_in_the_middle_of_an_update_leaves_everything_as_it_was() throws Exception {
        Bench broken = small.with(version("3", TOOL + SIZE + SIZE.replace("id: size", "id: again")));
        List<String> before = small.dump();
        assertThatThrownBy(broken.owner::update).hasMessageContaining("already exists");
        assertThat(small.dump()).isEqualTo(before);
    }

    @Test
    void the_time_zone_of_whoever_ran_it_does_not_change_the_order() throws Exception {
        List<String> before = small.dump();
        small.insertTools("one", "a");
        TimeZone zone = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
        try {
            plain("2", UpdateCommandStep.COMMAND_NAME, Map.of());
            assertThat(small.query("SELECT id FROM databasechangelog ORDER BY dateexecuted LIMIT 1"))
                    .containsExactly("size");
            grown.owner.update();
            grown.insertTools("two", "b");
            grown.rollback("one");
        } finally {
            TimeZone.setDefault(zone);
        }
        assertThat(grown.dump().stream().filter(row -> !row.contains("databasechangeloglock")))
                .isEqualTo(before);
    }

    @Test
    void plain_liquibase_finds_a_schema_of_ours_up_to_date() throws Exception {
        grown.owner.update();
        grown.insertTools("one", "a");
        List<String> before = grown.query("SELECT (d.*)::text FROM databasechangelog d ORDER BY orderexecuted");
        plain("2", UpdateCommandStep.COMMAND_NAME, Map.of());
        assertThat(grown.query("SELECT (d.*)::text FROM databasechangelog d ORDER BY orderexecuted"))
                .isEqualTo(before);
    }

    @Test
    void a_run_whose_table_was_changed_by_plain_liquibase_is_refused_with_both_shapes() throws Exception {
        small.sql("INSERT INTO databasechangelog (id, author, filename, dateexecuted, orderexecuted, exectype, tag) "
                + "VALUES ('t', 't', 't', now(), 2, 'EXECUTED', 'base')");
        grown.owner.update();
        grown.insertTools("one", "a");
        plain("2", RollbackCommandStep.COMMAND_NAME, Map.of("tag", "base"));
        assertThat(grown.query("SELECT (t.*)::text FROM tool t")).containsExactly("(a,new)");

        for (DriftPolicy policy : DriftPolicy.values()) {
            assertThatThrownBy(() -> grown.rollback("one", policy))
                    .isInstanceOf(RefusalException.class)
                    .hasMessageContaining("had the columns (name text, note text, size integer)")
                    .hasMessageContaining("now has (name text, note text)");
        }
        assertThat(grown.query("SELECT (t.*)::text FROM tool t")).containsExactly("(a,new)");

        grown.owner.update();
        assertThat(grown.query("SELECT (t.*)::text FROM tool t")).containsExactly("(a,new,7)");
    }

    /** Liquibase as anyone may call it, with its own lock, services and connection. */
    private void plain(String version, String[] command, Map<String, Object> arguments) throws Exception {
        DirectoryResourceAccessor files = new DirectoryResourceAccessor(folder.resolve(version));
        Map<String, Object> scopeValues =
                Map.of(Scope.Attr.resourceAccessor.name(), files, Scope.Attr.ui.name(), new LoggerUIService());
        Scope.child(scopeValues, () -> {
            Database database = DatabaseFactory.getInstance()
                    .findCorrectDatabaseImplementation(new JdbcConnection(DriverManager.getConnection(small.url)));
            database.setDefaultSchemaName("garden");
            database.setLiquibaseSchemaName("garden");
            CommandScope scope = new CommandScope(command)
                    .addArgumentValue(DbUrlConnectionArgumentsCommandStep.DATABASE_ARG, database)
                    .addArgumentValue(
                            DatabaseChangelogCommandStep.CHANGELOG_FILE_ARG, "liquibase/garden/changelog.yaml");
            arguments.forEach(scope::addArgumentValue);
            scope.setOutput(OutputStream.nullOutputStream());
            scope.execute();
            database.close();
        });
        files.close();
    }
}
