package dev.ferry.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.cli.EndToEndCommandLine.Ended;
import dev.ferry.database.AdvisoryLock;
import dev.ferry.failure.ExitCode;
import dev.ferry.ledger.RunId;
import dev.ferry.migration.MigrationListener;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exit codes of the contract, each reached as a user reaches it, with what the user reads then. */
@NullMarked
class EndToEndTest {
    @TempDir
    private Path folder;

    private EndToEndCommandLine ferry;

    @BeforeEach
    void sources() {
        ferry = new EndToEndCommandLine(folder)
                .file("good/metadata.json", "{\"AS.100.100\": {\"first\": 1}}\n")
                .file("good/data.json", "{\"AS.100.100_FA23\": {}}\n")
                .file("bad/metadata.json", "{\"AS.100.100\": {}}\n")
                .file("bad/data.json", """
                        {
                          "AS.100.100_FA24": {},
                          "AS.100.100_FA25": {"ta_frequency": {"Often": -1}}
                        }
                        """);
    }

    private long courses() {
        return Long.parseLong(DatabaseDump.value(ferry.database, "SELECT count(*) FROM courses.courses"));
    }

    @Test
    void exit_0_after_a_migration_with_its_whole_output() {
        Ended ended = ferry.run("migrate", "-p", "courses", "good", "--tag", "one");
        assertThat(ended.normalised(folder))
                .isEqualTo(
                        new Ended(ExitCode.DONE, """
                        warning[unknown-field]: is not known to the profile and has no column: it is left out
                          --> FOLDER/good/metadata.json:1:26
                           = course_metadata record 1 at /AS.100.100/first
                        help: The profile does not know this field. Check its spelling; if what became of it is what you \
                        want, nothing needs to be done.

                        courses, run RUN, tag one
                        target: PostgreSQL at SERVER, user postgres, schema courses

                          table            read  valid  rejected  inserted
                          course_metadata     1      1         0         1
                          courses             1      1         0         1
                          total               2      2         0         2

                        Completed: 2 rows inserted, 0 updated.
                        100 % of the records are valid. Took TIME, TIME of it in the database, and at most SIZE of memory.
                        """, "Target: PostgreSQL at SERVER, user postgres, schema courses\n"));
        assertThat(courses()).isEqualTo(1);
    }

    @Test
    void exit_0_after_a_rehearsal_that_would_succeed_and_nothing_is_there() {
        Ended ended = ferry.run("migrate", "-p", "courses", "good", "--dry-run");
        assertThat(ended.code()).isEqualTo(ExitCode.DONE);
        assertThat(ended.out()).contains("+ AS.100.100_FA23").contains("nothing was kept");
        assertThat(DatabaseDump.value(
                        ferry.database,
                        "SELECT to_regnamespace('courses') IS NULL AND to_regnamespace('ferry') IS NULL"))
                .isEqualTo("t");
    }

    @Test
    void exit_1_for_a_bug_which_names_the_log_and_shows_no_stack_trace() {
        Ended ended = ferry.runHearing(
                new Cancellation(),
                listener -> {
                    throw new IllegalStateException("broken");
                },
                "migrate",
                "-p",
                "courses",
                "good");
        assertThat(ended).isEqualTo(new Ended(ExitCode.BUG, "", """
                        error: unexpected failure: java.lang.IllegalStateException: broken
                          This is a bug in Ferry; please report it. The log has the details: .ferry/logs/ferry.log.
                        """));
        assertThat(ferry.log()).contains("IllegalStateException: broken").contains("    at dev.ferry.cli.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "migrate -p nonsense good          | error: there is no profile 'nonsense'",
                "migrate -p courses none           | error: FOLDER/none does not exist",
                "migrate -p courses                | error: which source? The samples go into the embedded database only",
                "migrate -p courses good --nope    | error: unknown option --nope",
                "migrate -p courses good --entities course | error: profile courses has no entity 'course'",
                "migrate -p courses good --offline | error: --offline rehearses, so it needs --dry-run beside it",
                "migrate -p courses good --batch-size 0 | batch",
                "rollback -p courses --run nonsense | 'nonsense'",
                "rollback -p courses --tag nonsense --yes | nonsense",
                "status 20261121T023154Z-7f3a      | error: there is no run RUN"
            })
    void exit_2_for_what_cannot_be_carried_out_as_it_was_put(String words, String message) {
        Ended ended = ferry.run(words.split(" ")).normalised(folder);
        assertThat(ended.code()).as(ended.err()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains(message);
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void exit_2_for_a_tag_that_is_taken() {
        ferry.run("migrate", "-p", "courses", "good", "--tag", "one");
        Ended ended = ferry.run("migrate", "-p", "courses", "good", "--tag", "one");
        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains("error: the tag 'one' is taken in schema courses\n");
    }

    @Test
    void exit_2_for_a_database_that_does_not_exist() {
        Ended ended =
                ferry.at(ferry.database.replaceFirst("/test_\\d+", "/nowhere")).run("migrate", "-p", "courses", "good");
        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains("nowhere");
    }

    @Test
    void exit_3_for_content_at_fault_with_its_place_and_nothing_written() {
        Ended ended = ferry.run("migrate", "-p", "courses", "bad");
        assertThat(ended.normalised(folder).out())
                .startsWith("""
                        error[PositiveOrZero]: must be greater than or equal to 0
                          --> FOLDER/bad/data.json:3:49
                           |
                         3 | ta_frequency.Often: -1
                           |                     ^^
                           = courses 'AS.100.100_FA25' at /AS.100.100_FA25/ta_frequency/Often
                        """)
                .contains("Rejected: 1 violation in 1 record; nothing was written.\n");
        assertThat(ended.code()).isEqualTo(ExitCode.CONTENT);
        assertThat(courses()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"migrate", "migrate --force", "migrate --skip-validation", "validate", "migrate --dry-run --offline"})
    void exit_3_for_broken_syntax_whatever_is_asked(String command) {
        ferry.file("bad/data.json", "{\"AS.100.100_FA24\": {},\n \"AS.100.100_FA25\": {,}}");
        Ended ended = ferry.run((command + " -p courses bad").split(" "));
        assertThat(ended.code()).isEqualTo(ExitCode.CONTENT);
        assertThat(ended.out()).contains("error[syntax]").contains("bad/data.json:2:22");
    }

    @Test
    void exit_3_for_rows_that_are_there_where_that_is_a_fault() {
        ferry.run("migrate", "-p", "courses", "good");
        Ended ended = ferry.run("migrate", "-p", "courses", "good", "--on-conflict", "fail");
        assertThat(ended.code()).isEqualTo(ExitCode.CONTENT);
        assertThat(ended.out()).contains("error[conflict]");
    }

    @Test
    void exit_4_where_the_rest_was_written_and_the_rejected_record_is_in_its_file() {
        Ended ended = ferry.run("migrate", "-p", "courses", "bad", "--force", "--rejects", "rejects.jsonl");
        assertThat(ended.code()).isEqualTo(ExitCode.PARTIAL);
        assertThat(ended.out()).contains("Completed in part: 1 violation in 1 record; the valid rest was migrated.\n");
        assertThat(courses()).isEqualTo(1);
        assertThat(folder.resolve("rejects.jsonl"))
                .content()
                .startsWith("{\"section\":\"data\",\"key\":\"AS.100.100_FA25\",")
                .hasLineCount(1);
    }

    @Test
    void exit_5_where_the_database_did_not_store_what_was_written() {
        ferry.run("migrate", "-p", "courses", "good");
        ferry.run("rollback", "-p", "courses", "--yes");
        DatabaseDump.execute(
                ferry.database,
                "ALTER TABLE courses.courses DROP CONSTRAINT courses_course_code_fkey; CREATE FUNCTION lose() RETURNS"
                        + " trigger LANGUAGE plpgsql AS $$ BEGIN DELETE FROM courses.course_metadata; RETURN NULL; END"
                        + " $$; CREATE TRIGGER lose AFTER INSERT ON courses.courses EXECUTE FUNCTION lose()");
        Ended ended = ferry.run("migrate", "-p", "courses", "good");
        assertThat(ended.code()).isEqualTo(ExitCode.MISMATCH);
        assertThat(ended.out())
                .contains("course_metadata: 1 rows were written, 0 are there")
                .contains("courses: 1 rows name a row of course_metadata in course_code that is not there");
        assertThat(courses()).isZero();
    }

    @Test
    void exit_6_where_the_database_cannot_be_reached() {
        Ended ended = ferry.at("postgresql://me@localhost:1/db").run("migrate", "-p", "courses", "good");
        assertThat(ended.code()).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(ended.err()).contains("localhost:1");
    }

    @Test
    void exit_7_while_another_run_holds_the_schema() throws SQLException {
        try (Connection other = TestPostgres.at(ferry.database).connect("other")) {
            AdvisoryLock.acquire(other, "courses");
            assertThat(ferry.run("migrate", "-p", "courses", "good").code()).isEqualTo(ExitCode.BUSY);
        }
    }

    @Test
    void exit_8_for_a_rollback_over_rows_that_changed_since_or_without_a_yes() {
        ferry.run("migrate", "-p", "courses", "good");
        DatabaseDump.execute(ferry.database, "UPDATE courses.courses SET data = '{\"x\": 1}'");
        Ended drifted = ferry.run("rollback", "-p", "courses", "--yes");
        assertThat(drifted.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(drifted.err()).contains("AS.100.100_FA23").contains("--on-drift");
        assertThat(ferry.run("rollback", "-p", "courses").code()).isEqualTo(ExitCode.REFUSED);
        assertThat(courses()).isEqualTo(1);
        Ended kept = ferry.run("rollback", "-p", "courses", "--yes", "--on-drift", "keep");
        assertThat(kept.code()).isEqualTo(ExitCode.DONE);
        assertThat(courses()).isEqualTo(1);
    }

    @Test
    void exit_130_for_an_interrupt_which_leaves_nothing_and_says_so() {
        Cancellation cancellation = new Cancellation();
        Ended ended = ferry.runHearing(
                cancellation,
                listener -> interruptingAfterFirst(listener, cancellation),
                "migrate",
                "-p",
                "courses",
                "good");
        assertThat(ended.code()).isEqualTo(ExitCode.INTERRUPTED);
        assertThat(ended.err()).contains("interrupted; rolled back, nothing was written");
        assertThat(courses()).isZero();
        assertThat(ferry.run("migrate", "-p", "courses", "good").code()).isEqualTo(ExitCode.DONE);
    }

    private static MigrationListener interruptingAfterFirst(MigrationListener listener, Cancellation cancellation) {
        return new MigrationListener() {
            @Override
            public void started(RunId run, String tag) {
                listener.started(run, tag);
            }

            @Override
            public void progress(Progress progress) {
                cancellation.request();
                listener.progress(progress);
            }
        };
    }
}
