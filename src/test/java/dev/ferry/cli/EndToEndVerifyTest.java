package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ferry.DatabaseDump;
import dev.ferry.cli.EndToEndCommandLine.Ended;
import dev.ferry.failure.ExitCode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code verify SOURCE} as a user has it. */
@NullMarked
class EndToEndVerifyTest {
    @TempDir
    private Path folder;

    private EndToEndCommandLine ferry;

    @BeforeEach
    void migrated() {
        ferry = new EndToEndCommandLine(folder)
                .file("data/metadata.json", """
                        {"AS.100.100": {
                           "last_period_gathered": "FA23"}}
                        """)
                .file("data/data.json", "{\"AS.100.100_FA23\": {\"instructor_name\": \"Ada\"}}\n");
        assertThat(ferry.run("migrate", "-p", "courses", "data", "--tag", "first")
                        .code())
                .isEqualTo(ExitCode.DONE);
    }

    private Ended verify(String... more) {
        String[] words = new String[more.length + 4];
        System.arraycopy(new String[] {"verify", "-p", "courses", "data"}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        return ferry.run(words);
    }

    private JsonNode document(ExitCode expected, String... more) {
        String[] words = new String[more.length + 1];
        System.arraycopy(more, 0, words, 0, more.length);
        words[more.length] = "--json";
        Ended ended = verify(words);
        assertThat(ended.code()).as(ended.err()).isEqualTo(expected);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(ferry.schema("verify").orElseThrow(), InputFormat.JSON)
                        .validate(ended.out(), InputFormat.JSON))
                .isEmpty();
        return new JsonMapper().readTree(ended.out());
    }

    private void change() {
        DatabaseDump.execute(ferry.database, "UPDATE courses.course_metadata SET last_period_gathered = 'SP99'");
    }

    @Test
    void a_value_that_was_edited_is_named_with_row_column_and_place() {
        assertThat(verify().out()).contains("Verified: 2 rows as the source says.");
        change();
        Ended ended = verify();
        assertThat(ended.code()).isEqualTo(ExitCode.MISMATCH);
        assertThat(ended.normalised(folder).out())
                .startsWith("""
                error[different]: expected 'FA23', the database has 'SP99'
                  --> FOLDER/data/metadata.json:2:28
                   |
                 2 | last_period_gathered: FA23
                   |                       ^^^^
                   = course_metadata 'AS.100.100' at /AS.100.100/last_period_gathered
                help:""")
                .contains("Different: 0 rows missing, 1 different, 0 unexpected.");
    }

    @Test
    void the_document_keeps_its_schema_whatever_is_found() {
        JsonNode equal = document(ExitCode.DONE);
        assertThat(equal.get("status").asString()).isEqualTo("COMPLETED");
        assertThat(equal.get("tag").asString()).isEqualTo("first");
        assertThat(equal.get("differences").size()).isZero();

        change();
        JsonNode found = document(ExitCode.MISMATCH);
        JsonNode difference = found.get("differences").get(0);
        assertThat(found.get("differenceCount").asLong()).isEqualTo(1);
        assertThat(found.get("entities").get(0).get("different").asLong()).isEqualTo(1);
        assertThat(difference.get("id").asString()).isEqualTo("AS.100.100");
        assertThat(difference.get("field").asString()).isEqualTo("last_period_gathered");
        assertThat(difference.get("expected").asString()).isEqualTo("FA23");
        assertThat(difference.get("found").asString()).isEqualTo("SP99");
        assertThat(difference.get("line").asInt()).isEqualTo(2);

        DatabaseDump.execute(ferry.database, "UPDATE courses.course_metadata SET last_period_gathered = NULL");
        assertThat(document(ExitCode.MISMATCH)
                        .get("differences")
                        .get(0)
                        .get("found")
                        .isNull())
                .isTrue();
        ferry.file("data/data.json", "{");
        assertThat(document(ExitCode.CONTENT).get("violationCount").asLong()).isEqualTo(1);
        ferry.file("data/data.json", "{}");
        assertThat(document(ExitCode.USAGE, "--schema", "nowhere").get("status").asString())
                .isEqualTo("FAILED");
    }

    @Test
    void a_proof_is_written_and_checked_again() throws Exception {
        JsonNode written = document(ExitCode.DONE, "--proof", "proof.json");
        assertThat(written.get("proof").get("written").asString()).endsWith("proof.json");
        assertThat(folder.resolve("proof.json")).content().contains("\"tag\" : \"first\"");
        Ended holds = verify("--check-proof", "proof.json");
        assertThat(holds.code()).isEqualTo(ExitCode.DONE);
        assertThat(holds.out()).contains("and the proof holds");

        ferry.file("data/metadata.json", Files.readString(folder.resolve("data/metadata.json")) + " ");
        Ended other = verify("--check-proof", "proof.json");
        assertThat(other.code()).isEqualTo(ExitCode.MISMATCH);
        assertThat(other.out())
                .contains("no longer holds: SHA-256 of the source was ")
                .contains("The proof no longer holds: 2 rows are as the source says now.");
        assertThat(document(ExitCode.MISMATCH, "--check-proof", "proof.json")
                        .get("proof")
                        .get("deviations")
                        .get(0)
                        .get("part")
                        .asString())
                .isEqualTo("source");
        assertThat(verify("--proof", "p.json", "--check-proof", "p.json").code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void every_report_format_has_the_difference() throws Exception {
        change();
        Ended ended = verify(
                "--report",
                "r.html",
                "--report",
                "r.md",
                "--report",
                "r.json",
                "--report",
                "r.sarif",
                "--report",
                "r.txt");
        assertThat(ended.code()).isEqualTo(ExitCode.MISMATCH);
        for (String name : new String[] {"r.html", "r.md", "r.json", "r.sarif", "r.txt"}) {
            assertThat(folder.resolve(name)).content().contains("last_period_gathered", "SP99", "FA23");
        }
    }

    @Test
    void no_secret_is_shown_although_it_differs() {
        String hash = "$2b$10$CwTycUXWue0Thq9StjUM0uJ8.1V7lG4l8mKqO3kqJ8XoX5mQ3zq6e";
        String other = hash.replace('C', 'D');
        ferry.file(
                "v1.json",
                "{\"School\": [{\"id\": \"s1\", \"schoolName\": \"Kilimani\", \"email\": \"a@b.example\","
                        + " \"schoolCode\": \"K-1\", \"country\": \"Kenya\", \"password\": \"" + hash + "\"}]}");
        assertThat(ferry.run("migrate", "-p", "school", "v1.json").code()).isEqualTo(ExitCode.DONE);
        assertThat(ferry.run("verify", "-p", "school", "v1.json").code()).isEqualTo(ExitCode.DONE);
        DatabaseDump.execute(ferry.database, "UPDATE school.users SET password = '" + other + "'");
        for (String json : new String[] {"--quiet", "--json"}) {
            Ended ended = ferry.run("verify", "-p", "school", "v1.json", json, "--report", "r.md");
            assertThat(ended.code()).isEqualTo(ExitCode.MISMATCH);
            assertThat(ended.out()).contains("password", "***");
            assertThat(ended.out() + ended.err() + ferry.log()).doesNotContain(hash, other);
            assertThat(folder.resolve("r.md")).content().doesNotContain(hash, other);
        }
    }
}
