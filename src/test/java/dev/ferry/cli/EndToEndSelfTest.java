package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.cli.EndToEndCommandLine.Ended;
import dev.ferry.failure.ExitCode;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.selftest.Check;
import dev.ferry.selftest.Check.Outcome;
import dev.ferry.selftest.SelfTest;
import dev.ferry.selftest.SelfTestReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether profiles keep their promises, and whether it is noticed where one does not. */
@NullMarked
class EndToEndSelfTest {
    @TempDir
    private Path folder;

    static List<String> profiles() {
        return Profiles.all().stream().map(Profile::name).toList();
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void every_profile_keeps_every_promise(String name) {
        List<Check> told = new ArrayList<>();
        SelfTestReport report =
                SelfTest.run(TestPostgres.at(TestPostgres.newDatabase()), Profiles.named(name), folder, told::add);
        assertThat(report.checks()).isEqualTo(told).hasSize(19);
        assertThat(report.checks())
                .allSatisfy(check -> assertThat(check.outcome())
                        .as(check.promise() + ": " + check.detail())
                        .isNotEqualTo(Outcome.BROKEN));
        assertThat(report.count(Outcome.HELD)).isGreaterThanOrEqualTo(18);
        assertThat(report.exitCode()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void a_profile_of_others_is_found_in_its_jar_and_tried_on_a_server_of_its_own() {
        Path jar = PluginJar.in(folder, "notes.json:2:25 notes Size /notes/0/text\n");
        EndToEndCommandLine ferry = new EndToEndCommandLine(folder);
        Ended ended = ferry.run("selftest", "-p", "notes", "--plugin-path", jar.toString());
        assertThat(ended.out())
                .as(ended.err())
                .contains("profile notes, version 7")
                .contains("Every promise was kept by 1 profile.")
                .doesNotContain("NO");
        assertThat(ended.code()).isEqualTo(ExitCode.DONE);
        // Nothing of it is in the user's own database.
        assertThat(DatabaseDump.column(ferry.database, "SELECT to_regnamespace('ferry')::text"))
                .containsExactly("null");
        Ended migrated = ferry.run("migrate", "-p", "notes", "--plugin-path", jar.toString(), "nowhere.json");
        assertThat(migrated.code()).isEqualTo(ExitCode.USAGE);
        assertThat(migrated.err()).contains("nowhere.json");
    }

    @Test
    void a_promise_that_is_broken_is_told_with_what_was_seen() {
        Path jar = PluginJar.in(folder, "notes.json:2:25 notes NotBlank /notes/0/text\n");
        Ended ended = new EndToEndCommandLine(folder)
                .run("selftest", "-p", "notes", "--plugin-path", jar.toString(), "--json");
        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.MISMATCH);
        assertThat(ended.out())
                .contains("\"status\":\"MISMATCHED\"")
                .contains("is listed as 'notes.json:2:25 notes NotBlank /notes/0/text'");
    }

    @Test
    void a_plug_in_that_is_not_there_is_a_mistake_of_the_call() {
        Ended ended = new EndToEndCommandLine(folder).run("selftest", "-p", "notes", "--plugin-path", "nowhere.jar");
        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains("there is no plug-in");
    }
}
