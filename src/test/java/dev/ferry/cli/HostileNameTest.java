package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.cli.EndToEndCommandLine.Ended;
import dev.ferry.failure.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and conditions on the command line that mean to be more than that. */
@NullMarked
class HostileNameTest {
    private static final String INJECTION = "x'; DROP TABLE victim; --";

    @TempDir
    private Path folder;

    private EndToEndCommandLine ferry;

    @BeforeEach
    void victim() {
        ferry = new EndToEndCommandLine(folder).file("data.json", "{\"users\": [{\"user_id\": 1}]}");
        DatabaseDump.execute(ferry.database, "CREATE TABLE public.victim (id int)");
    }

    @ParameterizedTest
    @ValueSource(strings = {INJECTION, "\"; DROP TABLE victim; --", "${x}", "%s%n%d", "it's", "Ünïcode 😀", "a\\b"})
    void a_tag_is_a_value_wherever_it_is_used(String tag) {
        Ended done = migrate("--tag", tag);
        assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.DONE);
        assertThat(DatabaseDump.column(ferry.database, "SELECT tag FROM ferry.runs"))
                .containsExactly(tag);
        assertThat(migrate("--tag", tag).code()).isEqualTo(ExitCode.USAGE);
        Ended status = ferry.run("status", "-p", "subscriptions");
        assertThat(status.out()).contains(tag);
        Ended back = ferry.run("rollback", "-p", "subscriptions", "--tag", tag, "--yes");
        assertThat(back.code()).as(back.err()).isEqualTo(ExitCode.DONE);
        assertVictimLives();
    }

    @Test
    void a_tag_that_cannot_be_shown_or_stored_is_refused_before_anything_is_read() {
        for (String tag : List.of("a\nb", "a\u001b[2J", "a\u202Eb", "", " ", "x".repeat(256), "x".repeat(1_000_000))) {
            Ended ended = migrate("--tag", tag);
            assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.USAGE);
            HostileFileTest.assertSafe(ended);
            assertThat(ended.err()).contains("tag").hasSizeLessThan(1_000);
            Ended back = ferry.run("rollback", "-p", "subscriptions", "--tag", tag, "--yes");
            assertThat(back.code()).as(back.err()).isEqualTo(ExitCode.USAGE);
            HostileFileTest.assertSafe(back);
            assertThat(back.err()).hasSizeLessThan(1_000);
        }
        assertThat(DatabaseDump.column(ferry.database, "SELECT 1 FROM pg_namespace WHERE nspname = 'subscriptions'"))
                .isEmpty();
        assertThat(migrate("--tag", "x".repeat(255)).code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_schema_s_name_is_an_identifier_or_refused() {
        for (String schema : List.of(INJECTION, "a.b", "$$ %s")) {
            Ended done = migrate("--schema", schema);
            assertThat(done.code()).as(schema + done.err()).isEqualTo(ExitCode.DONE);
            assertThat(DatabaseDump.value(ferry.database, "SELECT count(*) FROM \"" + schema + "\".users"))
                    .isEqualTo("1");
            Ended back = ferry.run("rollback", "-p", "subscriptions", "--schema", schema, "--yes");
            assertThat(back.code()).as(schema + back.err()).isEqualTo(ExitCode.DONE);
        }
        for (String schema : List.of(
                "x\"; DROP TABLE victim; --",
                "",
                " ",
                "a\nb",
                "a\u001b[2J",
                "\u202Eb",
                "a\\b",
                "pg_x",
                "ferry",
                "x".repeat(64))) {
            Ended refused = migrate("--schema", schema);
            assertThat(refused.code()).as(schema + refused.err()).isEqualTo(ExitCode.USAGE);
            HostileFileTest.assertSafe(refused);
        }
        assertVictimLives();
    }

    @Test
    void entities_filters_and_profiles_are_looked_up_and_never_executed() {
        for (List<String> words : List.of(
                List.of("--entities", INJECTION),
                List.of("--entities", "users,\u001b[2J"),
                List.of("--filter", "user_id = 1; DROP TABLE victim; --"),
                List.of("--filter", "user_id = '" + INJECTION + "'"),
                List.of("--filter", "\u001b[2J = 1"),
                List.of("--filter", "(".repeat(100_000)),
                List.of("--filter", INJECTION + ": user_id = 1"),
                List.of("--run-no-such", INJECTION),
                List.of("--batch-size", "1e9"),
                List.of("--timeout", "\u001b[2J"),
                List.of("--source-zone", INJECTION))) {
            Ended refused = migrate(words.toArray(String[]::new));
            assertThat(refused.code()).as(words + refused.err()).isEqualTo(ExitCode.USAGE);
            HostileFileTest.assertSafe(refused);
            assertThat(refused.err()).hasSizeLessThan(4_000);
        }
        Ended profile = ferry.run("migrate", "-p", "\u001b[2J" + INJECTION, "data.json");
        assertThat(profile.code()).isEqualTo(ExitCode.USAGE);
        HostileFileTest.assertSafe(profile);
        Ended run = ferry.run("rollback", "-p", "subscriptions", "--run", INJECTION, "--yes");
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        Ended database = new EndToEndCommandLine(folder)
                .at("postgresql://\u001b[2J'; DROP:x@[::1")
                .run("status", "-p", "subscriptions");
        assertThat(database.code()).isEqualTo(ExitCode.USAGE);
        HostileFileTest.assertSafe(database);
        assertVictimLives();
    }

    private Ended migrate(String... words) {
        String[] all = new String[words.length + 4];
        List<String> first = List.of(
                "migrate", "-p", "subscriptions", folder.resolve("data.json").toString());
        for (int i = 0; i < all.length; i++) {
            all[i] = i < 4 ? first.get(i) : words[i - 4];
        }
        return ferry.run(all);
    }

    private void assertVictimLives() {
        assertThat(DatabaseDump.value(ferry.database, "SELECT count(*) FROM public.victim"))
                .isEqualTo("0");
    }
}
