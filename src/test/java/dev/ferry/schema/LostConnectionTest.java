package dev.ferry.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ferry.TestPostgres;
import dev.ferry.database.DatabaseException;
import dev.ferry.failure.ExitCode;
import dev.ferry.profile.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server ends the connection in the middle. */
class LostConnectionTest {
    private static final String END = "SELECT pg_terminate_backend(pg_backend_pid())";

    @TempDir
    Path folder;

    @Test
    void during_an_update_it_is_told_with_the_servers_reason() throws Exception {
        Bench bench = new Bench(TestPostgres.newDatabase(), changelog(END, "SELECT 1"), "garden");

        assertLost(bench.owner::update);
    }

    @Test
    void during_a_schema_changes_rollback_it_is_told_with_the_servers_reason() throws Exception {
        Bench bench = new Bench(TestPostgres.newDatabase(), changelog("SELECT 1", END), "garden");
        bench.owner.update();

        assertLost(() -> bench.rollback("empty"));
    }

    @Test
    void during_the_undo_of_a_run_it_is_told_with_the_servers_reason() {
        Bench bench = Bench.workshop();
        bench.insertTools("T", "a");
        bench.sql(
                "CREATE FUNCTION ends() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN PERFORM "
                        + "pg_terminate_backend(pg_backend_pid()); RETURN OLD; END$$",
                "CREATE TRIGGER ends BEFORE DELETE ON tool FOR EACH ROW EXECUTE FUNCTION ends()");

        assertLost(() -> bench.rollback("T"));
        assertThat(bench.query("SELECT name FROM tool")).containsExactly("a");
    }

    private static void assertLost(ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(DatabaseException.class, e -> {
            assertThat(e.exitCode()).isEqualTo(ExitCode.ENVIRONMENT);
            assertThat(e)
                    .hasMessageContaining("the server ended the connection")
                    .hasMessageContaining("terminating connection due to administrator command");
        });
    }

    private Profile changelog(String change, String rollback) throws Exception {
        Path file = folder.resolve("liquibase/garden/changelog.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                databaseChangeLog:
                  - changeSet:
                      id: empty
                      author: a
                      changes:
                        - tagDatabase: {tag: empty}
                      rollback:
                        - empty: {}
                  - changeSet:
                      id: ends
                      author: a
                      changes:
                        - sql: {sql: "%s"}
                      rollback:
                        - sql: {sql: "%s"}
                """.formatted(change, rollback));
        return TestProfile.from("garden", folder);
    }
}
