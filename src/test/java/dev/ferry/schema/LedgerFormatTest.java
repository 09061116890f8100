package dev.ferry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.TestPostgres;
import dev.ferry.ledger.RunLedger;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that a Ferry of format 1 made, with a run in it. */
class LedgerFormatTest {
    private static final String FORMAT = "SELECT format FROM ferry.ledger_format";
    private static final String LEDGER_FILES = "SELECT DISTINCT filename FROM ferry.databasechangelog ORDER BY 1";

    private static final String TOOLS = "SELECT (t.*)::text FROM tool t ORDER BY 1";

    @TempDir
    Path folder;

    private final Bench bench = new Bench(TestPostgres.newDatabase(), TestProfile.named("workshop"), "workshop");

    private List<String> before = List.of();

    @BeforeEach
    void a_run_of_format_1() throws Exception {
        Path old = Files.createDirectories(folder.resolve("liquibase/ledger"));
        Files.copy(Path.of("liquibase/ledger/001-ledger.yaml"), old.resolve("001-ledger.yaml"));
        Files.writeString(old.resolve("changelog.yaml"), """
                databaseChangeLog:
                  - include:
                      file: 001-ledger.yaml
                      relativeToChangelogFile: true
                """);
        try (URLClassLoader loader =
                        new URLClassLoader(new URL[] {folder.toUri().toURL()}, null);
                Connection connection = bench.database.connect("test")) {
            Bench.execute(connection, "CREATE SCHEMA ferry; CREATE SCHEMA workshop");
            update(connection, new Changelog("ledger", RunLedger.SCHEMA, loader));
            update(connection, new Changelog("workshop", "workshop", getClass().getClassLoader()));
        }
        bench.sql("INSERT INTO tool (name, note, updated_at) VALUES ('old', 'was', '2020-01-01')");
        before = bench.query(TOOLS);
        // What is new in how rows are hashed is made old again.
        bench.sql("ALTER TABLE ferry.run_batches ADD hashed text");
        bench.insertTools("one", "a");
        bench.sql("UPDATE ferry.run_batches SET hashes ="
                + " (SELECT array_agg(hashtextextended(t::text, 0)) FROM tool t WHERE name = 'a');"
                + " ALTER TABLE ferry.run_batches DROP hashed");
        bench.updateTools("two", "is", "old");
        assertThat(bench.query(FORMAT)).containsExactly("1");
    }

    private static void update(Connection connection, Changelog changelog) throws SQLException {
        connection.setAutoCommit(false);
        new LiquibaseSession(connection, changelog).update();
        new ChangelogState(connection, changelog).record();
        connection.commit();
    }

    @Test
    void it_is_brought_up_to_format_5_and_its_runs_can_be_taken_back() {
        bench.owner.update();

        assertThat(bench.query(FORMAT)).containsExactly("5");
        assertThat(bench.query(LEDGER_FILES))
                .containsExactly(
                        "liquibase/ledger/001-ledger.yaml",
                        "liquibase/ledger/002-clear.yaml",
                        "liquibase/ledger/003-identities.yaml",
                        "liquibase/ledger/004-checkpoints.yaml",
                        "liquibase/ledger/005-row-hashes.yaml");
        bench.run("three", (connection, ledger) -> ledger.clear("tool", List.of("name")));
        bench.rollback("one");
        assertThat(bench.query(TOOLS)).isEqualTo(before);
    }

    @Test
    void its_runs_can_be_taken_back_as_it_is() {
        bench.rollback("one");

        assertThat(bench.query(TOOLS)).isEqualTo(before);
        assertThat(bench.query(FORMAT)).containsExactly("1");
    }

    @Test
    void formats_5_to_2_can_be_taken_back_where_no_run_deleted() throws SQLException {
        bench.owner.update();
        Changelog ledger = new Changelog("ledger", RunLedger.SCHEMA, getClass().getClassLoader());
        try (Connection connection = bench.database.connect("test")) {
            connection.setAutoCommit(false);
            List<HistoryRow> rows = History.read(connection, ledger).rows();
            new LiquibaseSession(connection, ledger)
                    .rollback(
                            IntStream.rangeClosed(1, 4)
                                    .mapToObj(last -> rows.get(rows.size() - last))
                                    .toList(),
                            row -> {},
                            new DroppedTables(connection, ledger));
            connection.commit();
        }
        assertThat(bench.query(FORMAT)).containsExactly("1");
    }
}
