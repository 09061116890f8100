package dev.ferry.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.TestPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What every changelog under {@code liquibase/} owes to rollbacks. */
class ChangelogContractTest {
    static Stream<Path> files() throws Exception {
        return folders().flatMap(ChangelogContractTest::list).filter(file -> !file.endsWith("changelog.yaml"));
    }

    static Stream<Path> folders() throws Exception {
        return list(Path.of("liquibase"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_changeset_has_an_explicit_rollback_and_its_file_a_fixed_name(Path file) throws Exception {
        Map<String, List<Map<String, Object>>> content = new Yaml().load(Files.readString(file));
        List<Map<String, Object>> entries = content.getOrDefault("databaseChangeLog", List.of());

        assertThat(entries.get(0))
                .containsEntry("logicalFilePath", file.toString().replace('\\', '/'));
        List<Object> changeSets = entries.stream()
                .filter(entry -> entry.containsKey("changeSet"))
                .map(entry -> entry.get("changeSet"))
                .toList();
        assertThat(changeSets)
                .isNotEmpty()
                .allSatisfy(changeSet -> assertThat(changeSet)
                        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                        .containsKeys("id", "author", "changes", "rollback")
                        .doesNotContainKeys("runInTransaction", "context", "labels", "dbms"));
    }

    @ParameterizedTest
    @MethodSource("folders")
    void every_changelog_goes_down_to_nothing_and_up_again(Path folder) {
        String name = String.valueOf(folder.getFileName());
        if (name.equals("ledger")) {
            return; // Its tables are what a rollback needs, so there is nothing to roll it back with.
        }
        Bench bench = new Bench(TestPostgres.newDatabase(), TestProfile.named(name), name);
        String tables = "SELECT tablename FROM pg_tables WHERE schemaname = '" + name + "' ORDER BY 1";
        bench.owner.update();
        List<String> up = bench.query(tables);

        bench.rollback("empty");
        assertThat(bench.query(tables)).containsExactly("databasechangelog");

        bench.owner.update();
        assertThat(bench.query(tables)).isEqualTo(up);
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
