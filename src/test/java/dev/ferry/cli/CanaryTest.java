package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.net.httpserver.HttpServer;
import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.cli.EndToEndCommandLine.Ended;
import dev.ferry.failure.ExitCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Secrets of every origin stand around every command at its most verbose, and none comes out anywhere. */
@NullMarked
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CanaryTest {
    /** Passwords of databases and hooks: every secret has the part {@link #CANARY} or its encodings. */
    private static final String SECRET = "Kanari:/n@v0gel?#&%41=ü'\"x";

    private static final List<String> CANARIES = List.of("anari", "v0gel", "hashvogel", "%41=ü", "%2541");
    private static final String HASH = "$2a$10$" + "hashvogel".repeat(6).substring(1);
    private static final List<String> LIBRARIES = List.of("org.hibernate", "liquibase", "org.postgresql", "SQL");

    private Path folder;
    private final ConcurrentLinkedQueue<String> notified = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<String> applications = new ConcurrentLinkedQueue<>();
    private EndToEndCommandLine ferry;
    private HttpServer hook;
    private String user = "";
    private String source = "";

    @BeforeAll
    void surroundings(@TempDir Path temporary) throws IOException {
        folder = temporary;
        ferry = new EndToEndCommandLine(folder);
        user = DatabaseDump.value(ferry.database, "SELECT 'canary_all_' || current_database()");
        DatabaseDump.execute(
                ferry.database,
                "CREATE ROLE " + user + " LOGIN SUPERUSER PASSWORD '" + SECRET.replace("'", "''") + "'");
        source = TestPostgres.newDatabase();
        DatabaseDump.execute(source, Files.readString(Path.of("samples/school/v1.sql")));
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", exchange -> {
            notified.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        hook.start();
        files();
        ferry.at(url(ferry.database))
                .with("PGPASSWORD", "kanari-of-the-environment")
                .with("HTTPS_PROXY", "http://me:kanari-of-the-proxy@localhost:1")
                .with("FERRY_LOGIN_PASSWORD", "kanari-of-logins")
                .with(
                        "FERRY_NOTIFY",
                        "http://me:kanari-of-the-hook@localhost:"
                                + hook.getAddress().getPort()
                                + "/services/T0KANARI/kanari-of-the-path?key=kanari-of-the-query");
        LIBRARIES.forEach(name -> library(name).setLevel(Level.TRACE));
    }

    private void files() throws IOException {
        String school = "\"School\":[{\"id\":\"s1\",\"schoolName\":\"Hill\",\"schoolCode\":\"H1\","
                + "\"email\":\"h@hill.example\",\"country\":\"Kenya\",\"type\":\"PRIVATE\"}]";
        ferry.file(
                        "in/v1.json",
                        "{" + school + ",\"Teacher\":["
                                + String.join(
                                        ",",
                                        teacher("t1", "\"email\":\"a@x.example\",\"password\":\"kanari-plain\""),
                                        teacher("t2", "\"email\":\"no address\",\"password\":\"kanari-rejected\""),
                                        teacher("t3", "\"email\":\"c@x.example\",\"password\":[\"kanari-list\"]"),
                                        teacher(
                                                "t4",
                                                "\"email\":\"d@x.example\",\"passwort\":1,\"old_pwd\":\"kanari-odd\""),
                                        teacher("t5", "\"email\":{\"password\":\"kanari-nested\"},\"password\":47.11"))
                                + "]}")
                .file(
                        "in/target.json",
                        "{" + school + ",\"Teacher\":["
                                + teacher("u1", "\"email\":\"u1@x.example\",\"password\":\"" + HASH + "\"") + ","
                                + teacher("u2", "\"email\":\"u2@x.example\",\"password\":\"" + HASH + "\"") + "]}")
                .file(
                        "in/syntax.json",
                        "{" + school + ",\"Teacher\":[{\"id\":\"t1\",\"password\":\"x\"kanari-syntax\"}]}")
                .file("in/credentials.csv", "login,password\nann,kanari-of-a-login,more\n")
                .file("in/other.properties", "url=postgresql://me:kanari-of-the-config@localhost:1/d\n")
                .file("in/broken.env", "FERRY_URL=postgresql://me:kanari-env@localhost:1/d\n'kanari-alone\n")
                .file(".env", "SLACK_TOKEN=kanari-of-a-token\nFERRY_SOURCE_URL='postgresql://me:kanari-of-env@h/d'\n")
                .file("ferry.properties", "url=postgresql://me:kanari-of-properties@localhost:1/d\n")
                .file(".pgpass", "*:*:*:*:kanari-of-the-file\n");
        Files.setPosixFilePermissions(folder.resolve(".pgpass"), PosixFilePermissions.fromString("rw-------"));
    }

    private static String teacher(String id, String rest) {
        return "{\"id\":\"" + id + "\",\"firstName\":\"Ann\",\"schoolId\":\"s1\"," + rest + "}";
    }

    private String url(String jdbc) {
        return "postgresql://" + user + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8)
                + jdbc.replaceFirst("jdbc:postgresql://([^?]*).*", "@$1");
    }

    @AfterAll
    void away() {
        LIBRARIES.forEach(name -> library(name).setLevel(null));
        ferry.run("database", "stop");
        hook.stop(0);
        for (String database : List.of(source, ferry.database)) {
            DatabaseDump.execute(database, "REASSIGN OWNED BY " + user + " TO CURRENT_USER; DROP OWNED BY " + user);
        }
        DatabaseDump.execute(ferry.database, "DROP ROLE " + user);
    }

    private static Logger library(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    @Test
    void every_command_has_a_case() {
        assertThat(CanaryCases.all().keySet())
                .as("each command needs calls in CanaryCases, so that what it shows is searched for secrets")
                .containsExactlyInAnyOrderElementsOf(
                        leaves(Commands.tree().root(), "").toList());
    }

    private static Stream<String> leaves(CommandLine command, String name) {
        return command.getSubcommands().isEmpty()
                ? Stream.of(name.strip())
                : command.getSubcommands().entrySet().stream()
                        .flatMap(sub -> leaves(sub.getValue(), name + " " + sub.getKey()));
    }

    @TestFactory
    Stream<DynamicTest> no_command_lets_a_secret_out() {
        return CanaryCases.all().entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    for (String rest : entry.getValue()) {
                        check((entry.getKey() + " " + rest).strip());
                        check((entry.getKey() + " " + rest).strip() + " --json");
                    }
                    nothingStays();
                }));
    }

    /** A call that ends as a bug shows less than it should test. */
    private void check(String call) throws IOException {
        DatabaseDump.execute(
                ferry.database,
                "DO $$ BEGIN ALTER TABLE school.users ADD CONSTRAINT canary CHECK (password NOT LIKE '%hashvogel%'); "
                        + "EXCEPTION WHEN undefined_table OR invalid_schema_name OR duplicate_object THEN NULL; END $$");
        Ended ended = ferry.runHearing(
                new Cancellation(),
                listener -> {
                    applications.addAll(DatabaseDump.column(
                            ferry.database, "SELECT application_name || query FROM pg_stat_activity"));
                    return listener;
                },
                words(call));
        assertThat(ended.code()).as(call + ": " + ended.err()).isIn(without(ExitCode.BUG));
        nothingShows(call, ended);
    }

    private static Set<ExitCode> without(ExitCode code) {
        return EnumSet.complementOf(EnumSet.of(code));
    }

    private String[] words(String call) {
        List<String> words = new ArrayList<>(List.of(call.split(" ")));
        words.addAll(List.of("--verbose", "--log-level", "trace"));
        return words.stream()
                .map(word -> word.replace("UNREACHABLE", "postgresql://me:kanari-unreachable@localhost:1/d")
                        .replace("NOBODY", url(ferry.database).replace(user, "nobody"))
                        .replace("SOURCE", url(source))
                        .replace("KNOWN", "kanari-of-the-environment")
                        .replace("SECRET", "kanari-typed"))
                .toArray(String[]::new);
    }

    @Test
    void a_crash_shows_no_secret_either() throws IOException {
        for (Throwable crash : List.of(
                new IllegalStateException("boom " + SECRET),
                new AssertionError("boom " + SECRET, new IOException("with " + url(source))),
                new java.util.NoSuchElementException(
                        Base64.getEncoder().encodeToString(("me:" + SECRET).getBytes(StandardCharsets.UTF_8))))) {
            for (String json : List.of("--force", "--json")) {
                Ended ended = ferry.runHearing(
                        new Cancellation(),
                        listener -> {
                            throw sneaky(crash);
                        },
                        "migrate",
                        "-p",
                        "school",
                        "in/v1.json",
                        "--log-level",
                        "trace",
                        "--verbose",
                        json);
                assertThat(ended.code()).isEqualTo(ExitCode.BUG);
                nothingShows(crash.toString(), ended);
                assertThat(ended.err() + ended.out() + ferry.log())
                        .doesNotContain(Base64.getEncoder()
                                .encodeToString(SECRET.getBytes(StandardCharsets.UTF_8))
                                .substring(0, 20));
            }
        }
        nothingStays();
    }

    private static RuntimeException sneaky(Throwable crash) {
        if (crash instanceof Error error) {
            throw error;
        }
        return (RuntimeException) crash;
    }

    private static void nothingShows(String call, Ended ended) {
        assertThat(ended.out()).as(call).doesNotContainIgnoringCase(CANARIES.toArray(String[]::new));
        assertThat(ended.err()).as(call).doesNotContainIgnoringCase(CANARIES.toArray(String[]::new));
    }

    /** Looks into everything that commands leave behind. */
    private void nothingStays() throws IOException {
        assertThat(String.join("\n", notified))
                .as("notifications")
                .doesNotContainIgnoringCase(CANARIES.toArray(String[]::new));
        assertThat(String.join("\n", applications)).as("pg_stat_activity").doesNotContainIgnoringCase("anari", "v0gel");
        assertThat(DatabaseDump.of(ferry.database, "ferry").toString())
                .as("the ledger")
                .doesNotContainIgnoringCase("anari", "v0gel");
        assertThat(DatabaseDump.of(ferry.database, "school").toString())
                .as("the target")
                .doesNotContainIgnoringCase("anari", "v0gel");
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !isInput(folder.relativize(file).toString()))
                    .toList()) {
                // Hashes are kept in rejects, so that the records can be migrated once they are mended.
                String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                assertThat(content)
                        .as(file.toString())
                        .doesNotContainIgnoringCase(
                                file.endsWith("rejects.jsonl")
                                        ? new String[] {"anari", "v0gel"}
                                        : CANARIES.toArray(String[]::new));
            }
        }
    }

    private static boolean isInput(String name) {
        return name.startsWith("in/")
                || name.startsWith(".ferry/postgres")
                || Set.of(".env", "ferry.properties", ".pgpass").contains(name);
    }
}
