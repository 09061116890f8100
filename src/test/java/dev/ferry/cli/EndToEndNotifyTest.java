package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.ferry.cli.EndToEndCommandLine.Ended;
import dev.ferry.failure.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a web hook hears of commands. */
class EndToEndNotifyTest {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String PATH = "/services/T0SECRET00/B0SECRET00/secretsecret";

    @TempDir
    Path folder;

    private final List<JsonNode> received = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private EndToEndCommandLine ferry;
    private volatile int status = 200;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(PATH, exchange -> {
            received.add(MAPPER.readTree(exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        ferry = new EndToEndCommandLine(folder)
                .file("good/metadata.json", "{\"AS.100.100\": {}}\n")
                .file("good/data.json", "{\"AS.100.100_FA23\": {}}\n")
                .file("bad/metadata.json", "{\"AS.100.100\": {}}\n")
                .file(
                        "bad/data.json",
                        "{\"nonsense-value\": {}, \"AS.100.100_FA24\": {\"course_name\": [\"row-value\"]}}\n")
                .file("syntax/metadata.json", "{\"AS.100.100\": {} nonsense-value}")
                .file("syntax/data.json", "{}")
                .with("FERRY_NOTIFY", hook());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String hook() {
        return "http://localhost:" + server.getAddress().getPort() + PATH;
    }

    private JsonNode heard() {
        assertThat(received).hasSize(1);
        return received.remove(0);
    }

    @Test
    void a_migration_and_its_rollback_are_told_once_they_are_done() {
        Ended migrated = ferry.run("migrate", "-p", "courses", "good", "--tag", "<!channel>", "--json");
        assertThat(migrated.code()).as(migrated.err()).isEqualTo(ExitCode.DONE);
        JsonNode told = heard();
        JsonNode printed = MAPPER.readTree(migrated.out());
        for (String member :
                List.of("command", "profile", "run", "status", "tag", "target", "entities", "violationCount")) {
            assertThat(told.get(member)).as(member).isEqualTo(printed.get(member));
        }
        assertThat(told.get("exitCode").asInt()).isZero();
        assertThat(told.get("text").asString())
                .startsWith("courses COMPLETED: 2 inserted, 0 updated, 0 rejected, run ")
                .contains(", tag ‹!channel›, on PostgreSQL", "schema courses");
        assertThat(ferry.log()).contains("notified http://localhost").doesNotContain("secretsecret", "T0SECRET00");

        assertThat(ferry.run("rollback", "-p", "courses", "--yes").code()).isEqualTo(ExitCode.DONE);
        assertThat(heard().get("text").asString()).startsWith("rollback ROLLED_BACK: 1 run ");
    }

    @Test
    void a_rejection_is_told_in_numbers_and_names_of_rules_alone() {
        Ended ended = ferry.run("migrate", "-p", "courses", "bad");
        assertThat(ended.code()).isEqualTo(ExitCode.CONTENT);
        JsonNode told = heard();
        assertThat(told.get("status").asString()).isEqualTo("REJECTED");
        assertThat(told.get("exitCode").asInt()).isEqualTo(3);
        assertThat(told.get("violationCount").asInt()).isPositive();
        assertThat(told.get("constraints")).isNotEmpty();
        assertThat(told.toString()).doesNotContain("nonsense-value", "row-value");
        assertThat(ended.out()).contains("nonsense-value");
    }

    @Test
    void a_source_that_cannot_be_read_is_told_without_what_it_says() {
        assertThat(ferry.run("validate", "-p", "courses", "syntax").code()).isEqualTo(ExitCode.CONTENT);
        assertThat(heard().toString()).doesNotContain("nonsense-value");
    }

    @Test
    void failures_are_told_and_so_is_a_usage_error_once_the_work_has_begun() {
        Ended unreachable =
                ferry.at("postgresql://me:s3cret-pass@localhost:1/d").run("migrate", "-p", "courses", "good");
        assertThat(unreachable.code()).isEqualTo(ExitCode.ENVIRONMENT);
        JsonNode told = heard();
        assertThat(told.get("status").asString()).isEqualTo("FAILED");
        assertThat(told.get("error").get("exitCode").asInt()).isEqualTo(6);
        assertThat(told.get("text").asString()).startsWith("courses FAILED: ").contains("on PostgreSQL at localhost:1");
        assertThat(told.toString()).doesNotContain("s3cret-pass");

        ferry.at(ferry.database);
        assertThat(ferry.run("migrate", "-p", "courses", "missing").code()).isEqualTo(ExitCode.USAGE);
        assertThat(heard().get("exitCode").asInt()).isEqualTo(2);
        assertThat(ferry.run("migrate", "-p", "nonsense", "good").code()).isEqualTo(ExitCode.USAGE);
        assertThat(received).isEmpty();
    }

    @Test
    void an_unexpected_failure_is_told() {
        Ended ended = ferry.runHearing(
                new Cancellation(),
                listener -> {
                    throw new IllegalStateException("boom");
                },
                "migrate",
                "-p",
                "courses",
                "good");
        assertThat(ended.code()).isEqualTo(ExitCode.BUG);
        assertThat(heard().get("exitCode").asInt()).isEqualTo(1);
    }

    @Test
    void what_cannot_be_delivered_is_a_warning_and_the_exit_code_stays() {
        status = 404;
        Ended ended = ferry.run("migrate", "-p", "courses", "good");
        assertThat(ended.code()).isEqualTo(ExitCode.DONE);
        assertThat(ended.out()).contains("Completed: 2 rows inserted");
        String warning = "the notification to http://localhost was not delivered: it answered 404";
        assertThat(ended.err()).endsWith("warning: " + warning + "\n").doesNotContain("secretsecret");
        assertThat(ferry.log()).contains(warning).doesNotContain("secretsecret");
    }

    @Test
    void an_address_that_is_none_is_refused_without_being_shown() {
        for (String address :
                List.of("ftp://localhost/secretsecret", "hooks.example.org/secretsecret", "http:///secretsecret")) {
            Ended ended = ferry.run("migrate", "-p", "courses", "good", "--notify", address);
            assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
            assertThat(ended.err())
                    .contains("--notify must be an http:// or https:// address")
                    .doesNotContain("secretsecret");
        }
        assertThat(ferry.run("config", "show", "--origin").out())
                .contains("notify=***")
                .doesNotContain("secretsecret");
        assertThat(ferry.run("profiles").code()).isEqualTo(ExitCode.DONE);
        assertThat(received).isEmpty();
    }

    @Test
    void an_interrupted_run_is_told_too() {
        Cancellation cancellation = new Cancellation();
        Ended ended = ferry.runHearing(
                cancellation,
                listener -> {
                    cancellation.request();
                    return listener;
                },
                "migrate",
                "-p",
                "courses",
                "good");
        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(heard().get("text").asString()).startsWith("courses INTERRUPTED: interrupted");
    }
}
