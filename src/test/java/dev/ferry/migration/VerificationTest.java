package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.UsageException;
import dev.ferry.filter.Filters;
import dev.ferry.ledger.RunId;
import dev.ferry.profile.courses.CoursesProfile;
import dev.ferry.profile.subscriptions.SubscriptionsProfile;
import dev.ferry.validate.Warning;
import dev.ferry.verify.Difference;
import dev.ferry.verify.DifferenceReport;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A source that is compared with the database again. */
@NullMarked
class VerificationTest {
    private static final String ADA =
            "{\"user_id\": 1, \"language\": \"en\", \"subscription\": {\"referral_code\": \"A\"}}";
    private static final String BOB = "{\"user_id\": 2, \"subscription\": {\"referral_code\": \"B\"}}";

    @TempDir
    private Path folder;

    private Trial bot;

    @BeforeEach
    void migrated() {
        bot = new Trial(new SubscriptionsProfile(), folder.resolve("data.json"));
        users(ADA, BOB).migrate();
    }

    private Trial users(String... users) {
        return bot.document("{\"users\": [\n" + String.join(",\n", users) + "], \"analytics\": {}}");
    }

    private List<String> found(ExitCode expected) {
        return found(expected, request -> request, options -> options);
    }

    /** What a verification finds: {@code kind entity id column expected found line pointer}. */
    private List<String> found(
            ExitCode expected, UnaryOperator<VerificationRequest> change, UnaryOperator<MigrationOptions> options) {
        try (VerificationResult result = verify(change, options)) {
            assertThat(result.exitCode()).isEqualTo(expected);
            return result.differences().listed().stream()
                    .map(VerificationTest::text)
                    .toList();
        }
    }

    private VerificationResult verify(
            UnaryOperator<VerificationRequest> change, UnaryOperator<MigrationOptions> options) {
        VerificationRequest request = change.apply(VerificationRequest.of(options.apply(bot.options())));
        return Verification.of(bot.database(), request, MigrationListener.SILENT)
                .run();
    }

    private List<String> warnings(UnaryOperator<VerificationRequest> change, UnaryOperator<MigrationOptions> options) {
        try (VerificationResult result = verify(change, options)) {
            return result.warnings().stream().map(Warning::message).toList();
        }
    }

    private static String text(Difference found) {
        return found.kind() + " " + found.entity() + " " + found.id() + " " + found.column() + " "
                + found.expected().orElse("NULL") + " " + found.found().orElse("NULL") + " "
                + found.position().line() + " " + found.position().pointer();
    }

    @Test
    void a_value_that_was_changed_is_named_with_its_row_and_the_place_in_the_source() {
        bot.execute("UPDATE subscriptions.users SET language = 'de' WHERE user_id = 1");
        assertThat(found(ExitCode.MISMATCH)).containsExactly("DIFFERENT users 1 language en de 2 /users/0/language");
    }

    @Test
    void a_row_that_is_gone_is_missing_and_so_is_what_went_with_it() {
        bot.execute("DELETE FROM subscriptions.users WHERE user_id = 2");
        assertThat(found(ExitCode.MISMATCH))
                .containsExactly(
                        "MISSING users 2  NULL NULL 3 /users/1", "MISSING user_subscriptions 2  NULL NULL 3 /users/1");
    }

    @Test
    void a_row_of_the_run_that_the_source_does_not_have_is_unexpected_and_one_of_others_is_not() {
        bot.execute("INSERT INTO subscriptions.users (id, user_id) VALUES (gen_random_uuid(), 77)");
        assertThat(found(ExitCode.DONE)).isEmpty();
        users(ADA);
        assertThat(found(ExitCode.MISMATCH))
                .contains("UNEXPECTED users 2  NULL NULL 0 ")
                .anyMatch(text -> text.startsWith("UNEXPECTED user_subscriptions "))
                .hasSize(2 + 2);
        assertThat(warnings(request -> request, options -> options))
                .anyMatch(warning -> warning.contains("read another source"));
    }

    @Test
    void the_runs_that_read_this_very_source_are_verified_even_if_another_one_is_newer() {
        users("{\"user_id\": 3}").migrate();
        users(ADA, BOB).migrate();
        users("{\"user_id\": 4}").migrate();
        users(ADA, BOB);
        bot.execute("DELETE FROM subscriptions.analytics");
        assertThat(found(ExitCode.MISMATCH))
                .hasSize(5)
                .allSatisfy(text -> assertThat(text).startsWith("MISSING analytics"));
    }

    @Test
    void a_run_may_be_asked_for() {
        String first = bot.value("SELECT run_id FROM ferry.runs");
        users("{\"user_id\": 3}").migrate();
        assertThat(found(
                        ExitCode.MISMATCH,
                        request -> request.withRun(new RunId(first)),
                        options -> options.withEntities(Set.of("users"))))
                .containsExactly("UNEXPECTED users 1  NULL NULL 0 ", "UNEXPECTED users 2  NULL NULL 0 ");
        assertThatThrownBy(() -> found(
                        ExitCode.DONE,
                        request -> request.withRun(new RunId("20200101T000000Z-0000")),
                        options -> options))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("20200101T000000Z-0000");
    }

    @Test
    void a_row_that_a_run_skipped_differs() {
        users("{\"user_id\": 1, \"language\": \"fr\", \"subscription\": {\"referral_code\": \"A\"}}", BOB)
                .migrate();
        assertThat(found(ExitCode.MISMATCH)).containsExactly("DIFFERENT users 1 language fr en 2 /users/0/language");
        bot.migrate(SubscriptionsTest.UPDATE);
        assertThat(found(ExitCode.DONE)).isEmpty();
    }

    @Test
    void values_that_postgresql_holds_for_equal_are_equal() {
        bot.execute("UPDATE subscriptions.analytics SET value = value + 0.00");
        assertThat(bot.column("SELECT value::text FROM subscriptions.analytics WHERE metric_name = 'total_users'"))
                .containsExactly("2.00");
        assertThat(found(ExitCode.DONE)).isEmpty();
    }

    @Test
    void unique_values_that_were_swapped_are_differences_and_no_violations() {
        bot.execute("UPDATE subscriptions.user_subscriptions SET referral_code ="
                + " CASE referral_code WHEN 'A' THEN '-B' ELSE '-A' END;"
                + "UPDATE subscriptions.user_subscriptions SET referral_code = substr(referral_code, 2)");
        assertThat(found(ExitCode.MISMATCH))
                .containsExactly(
                        "DIFFERENT user_subscriptions 1 referral_code A B 2 /users/0",
                        "DIFFERENT user_subscriptions 2 referral_code B A 3 /users/1");
    }

    @Test
    void what_the_database_filled_differs_from_nothing_but_what_the_source_gives_is_compared() {
        bot.execute("UPDATE subscriptions.users SET created_at = '2001-01-01Z', updated_at = '2001-01-01Z'");
        assertThat(found(ExitCode.DONE)).isEmpty();
        users("{\"user_id\": 3, \"created_at\": \"2025-03-04T08:15:30\"}").migrate();
        bot.execute("UPDATE subscriptions.users SET created_at = '2001-01-01Z' WHERE user_id = 3");
        assertThat(found(ExitCode.MISMATCH))
                .containsExactly("DIFFERENT users 3 created_at 2025-03-04 08:15:30+00 2001-01-01 00:00:00+00 2"
                        + " /users/0/created_at");
    }

    @Test
    void a_zone_that_is_not_that_of_the_run_is_told() {
        assertThat(warnings(request -> request, options -> options.withSourceZone(ZoneId.of("Asia/Tokyo"))))
                .anyMatch(warning -> warning.contains("--source-zone Z") && warning.contains("Asia/Tokyo"));
        assertThat(warnings(request -> request, options -> options)).isEmpty();
    }

    @Test
    void with_a_filter_what_it_leaves_out_is_not_unexpected() {
        UnaryOperator<MigrationOptions> one = options -> options.withFilters(
                Filters.parse(new SubscriptionsProfile(), ZoneOffset.UTC, List.of("users: user_id = 1")));
        bot.execute("UPDATE subscriptions.users SET language = 'de'");
        assertThat(found(ExitCode.MISMATCH, request -> request, one))
                .contains("DIFFERENT users 1 language en de 2 /users/0/language")
                .noneMatch(text -> text.startsWith("UNEXPECTED") || text.contains(" users 2 "));
        assertThat(warnings(request -> request, one))
                .anyMatch(warning -> warning.contains("only a part of the source"));
    }

    @Test
    void a_record_that_breaks_a_rule_cannot_be_compared_unless_the_run_was_made_without_it() {
        users(ADA, BOB, "{\"user_id\": 3, \"subscription\": {\"tier\": \"GOLD\"}}");
        assertThat(found(ExitCode.CONTENT)).isEmpty();
        bot.migrate(SubscriptionsTest.FORCE);
        assertThat(found(ExitCode.DONE)).isEmpty();
        try (VerificationResult result = verify(request -> request, options -> options)) {
            assertThat(result.report().violationCount()).isPositive();
            assertThat(result.warnings()).anyMatch(warning -> warning.message().contains("--force"));
        }
    }

    @Test
    void a_broken_source_is_at_fault() {
        bot.document("{\"users\": [{\"user_id\": 1},");
        assertThat(found(ExitCode.CONTENT)).isEmpty();
    }

    @Test
    void a_database_that_has_none_of_the_tables_is_not_the_one_that_is_meant() {
        Trial empty = new Trial(new SubscriptionsProfile(), folder.resolve("data.json"));
        assertThatThrownBy(() -> Verification.of(
                                empty.database(), VerificationRequest.of(empty.options()), MigrationListener.SILENT)
                        .run())
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("none of the tables");
        assertThat(empty.column("SELECT nspname FROM pg_namespace WHERE nspname IN ('subscriptions', 'ferry')"))
                .isEmpty();
    }

    @Test
    void the_rows_of_a_table_that_is_gone_are_missing() {
        bot.execute("DROP TABLE subscriptions.analytics");
        assertThat(found(ExitCode.MISMATCH))
                .hasSize(5)
                .allSatisfy(text -> assertThat(text).startsWith("MISSING analytics"));
    }

    @Test
    void without_a_ledger_values_are_compared_all_the_same() {
        bot.execute("DROP SCHEMA ferry CASCADE; UPDATE subscriptions.users SET language = 'de' WHERE user_id = 1");
        assertThat(found(ExitCode.MISMATCH)).containsExactly("DIFFERENT users 1 language en de 2 /users/0/language");
        assertThat(warnings(request -> request, options -> options))
                .anyMatch(warning -> warning.contains("knows no migration"));
    }

    @Test
    void json_null_is_not_the_null_of_sql() {
        Trial courses = new Trial(new CoursesProfile(), folder)
                .file("metadata.json", "{\"AS.100.100\": {\"relevant_periods\": null}}")
                .file("data.json", "{}");
        courses.migrate();
        courses.execute("UPDATE courses.course_metadata SET relevant_periods = 'null'");
        try (VerificationResult result = Verification.of(
                        courses.database(), VerificationRequest.of(courses.options()), MigrationListener.SILENT)
                .run()) {
            assertThat(result.differences().listed())
                    .extracting(Difference::expected, Difference::found)
                    .containsExactly(tuple(Optional.empty(), Optional.of("null")));
        }
    }

    @Test
    void all_differences_are_counted_and_the_first_are_listed() {
        int many = DifferenceReport.LISTED + 500;
        String[] users = IntStream.range(100, 100 + many)
                .mapToObj(id -> "{\"user_id\": " + id + "}")
                .toArray(String[]::new);
        users(users).migrate();
        bot.execute("UPDATE subscriptions.users SET total_requests = 7 WHERE user_id >= 100");
        try (VerificationResult result = verify(request -> request, options -> options.withBatchSize(400))) {
            assertThat(result.differences().count()).isEqualTo(many);
            assertThat(result.differences().listed()).hasSize(DifferenceReport.LISTED);
            List<String> ids = new ArrayList<>();
            result.differences().forEach(difference -> ids.add(difference.id()));
            assertThat(ids)
                    .isEqualTo(IntStream.range(100, 100 + many)
                            .mapToObj(Integer::toString)
                            .collect(Collectors.toList()));
        }
    }
}
