package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ferry.cli.EndToEndCommandLine.Ended;
import dev.ferry.failure.ExitCode;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With {@code --json}, standard output is one document that keeps its command's schema, whatever happens. */
@NullMarked
class EndToEndJsonTest {
    @TempDir
    private Path folder;

    private EndToEndCommandLine ferry;

    @BeforeEach
    void sources() {
        ferry = new EndToEndCommandLine(folder)
                .file("good/metadata.json", "{\"AS.100.100\": {\"first\": 1}}\n")
                .file("good/data.json", "{\"AS.100.100_FA23\": {}}\n")
                .file("bad/metadata.json", "{\"AS.100.100\": {}}\n")
                .file("bad/data.json", "{\"AS.100.100_FA24\": {}, \"nonsense\": {}}\n");
    }

    @Test
    void every_command_in_success_and_failure() {
        JsonNode rehearsed = document(ExitCode.DONE, "migrate -p courses good --dry-run");
        assertThat(rehearsed.get("status").asString()).isEqualTo("REHEARSED");
        document(ExitCode.DONE, "migrate -p courses good --dry-run --offline");

        JsonNode first = document(ExitCode.DONE, "migrate -p courses good --tag one");
        assertThat(first.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(first.get("tag").asString()).isEqualTo("one");
        assertThat(first.get("entities").get(1).get("inserted").asInt()).isEqualTo(1);
        assertThat(first.get("warnings").get(0).get("pointer").asString()).isEqualTo("/AS.100.100/first");
        assertThat(first.get("databaseMillis").asLong())
                .isBetween(1L, first.get("durationMillis").asLong());

        JsonNode second = document(ExitCode.DONE, "migrate -p courses good");
        assertThat(second.get("entities").get(1).get("inserted").asInt()).isZero();
        assertThat(second.get("entities").get(1).get("skipped").asInt()).isEqualTo(1);

        JsonNode rejected = document(ExitCode.CONTENT, "migrate -p courses bad");
        assertThat(rejected.get("status").asString()).isEqualTo("REJECTED");
        assertThat(rejected.get("violationCount").asInt()).isEqualTo(1);
        assertThat(rejected.get("violations").get(0).get("id").asString()).isEqualTo("nonsense");
        document(ExitCode.PARTIAL, "migrate -p courses bad --force");
        document(ExitCode.CONTENT, "validate -p courses bad");
        document(ExitCode.DONE, "validate -p courses good --database");

        JsonNode status = document(ExitCode.DONE, "status -p courses");
        assertThat(status.get("runs"))
                .extracting(run -> run.get("status").asString())
                .containsExactly("COMPLETED", "REJECTED", "COMPLETED", "COMPLETED");
        String run = status.get("runs").get(3).get("run").asString();
        assertThat(run).isEqualTo(first.get("run").asString());
        document(ExitCode.DONE, "status " + run);

        document(ExitCode.DONE, "rollback -p courses --dry-run");
        document(ExitCode.REFUSED, "rollback -p courses");
        JsonNode rolledBack = document(ExitCode.DONE, "rollback -p courses --tag one --yes");
        assertThat(rolledBack.get("status").asString()).isEqualTo("ROLLED_BACK");
        document(ExitCode.USAGE, "rollback -p courses --yes");

        document(ExitCode.DONE, "setup -p school --dry-run");
        document(ExitCode.DONE, "setup -p school");
        document(ExitCode.DONE, "setup -p school --clean --dry-run");
        document(ExitCode.DONE, "setup -p school --clean");
        document(ExitCode.USAGE, "setup -p courses");
        JsonNode filtered = document(ExitCode.DONE, "migrate -p courses good --dry-run --filter courseCode<'A'");
        assertThat(filtered.get("entities").get(0).get("filtered").asInt()).isEqualTo(1);
        assertThat(filtered.get("entities").get(1).get("filtered").asInt()).isEqualTo(1);
        document(ExitCode.USAGE, "migrate -p courses good --filter 1=1;drop");

        document(ExitCode.DONE, "profiles");
        document(ExitCode.DONE, "config show");
        document(ExitCode.USAGE, "database url");
        document(ExitCode.USAGE, "migrate -p nonsense good");
        document(ExitCode.USAGE, "migrate -p courses none");
        document(ExitCode.USAGE, "validate -p courses");
    }

    private JsonNode document(ExitCode code, String words) {
        Ended ended = ferry.run((words + " --json").split(" "));
        assertThat(ended.code()).as(words + "\n" + ended.err()).isEqualTo(code);
        assertThat(ended.out()).as(words).endsWith("}\n").containsOnlyOnce("\n");
        String command = words.split(" ", -1)[0];
        JsonNode document = new JsonMapper().readTree(ended.out());
        assertThat(document.get("command").asString()).isEqualTo(command);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(ferry.schema(command).orElseThrow(), InputFormat.JSON)
                        .validate(ended.out(), InputFormat.JSON))
                .as(words)
                .isEmpty();
        return document;
    }
}
