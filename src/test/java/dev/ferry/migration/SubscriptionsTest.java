package dev.ferry.migration;

import static dev.ferry.migration.Trial.rows;
import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.failure.ExitCode;
import dev.ferry.profile.subscriptions.SubscriptionsProfile;
import dev.ferry.validate.Warning;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Users and their subscriptions. */
@NullMarked
class SubscriptionsTest {
    static final UnaryOperator<MigrationOptions> UPDATE = options -> options.withOnConflict(OnConflict.UPDATE);
    static final UnaryOperator<MigrationOptions> FORCE = options -> options.withOnRejected(OnRejected.WRITE_THE_REST);

    private static final String ADA = """
            {"user_id": 9223372036854775807, "faceit_player_id": "p", "faceit_nickname": "n",
             "last_checked_match_id": "m", "waiting_for_nickname": true, "language": "en",
             "notifications_enabled": false, "created_at": "2025-01-31T23:30:00.123456+05:30",
             "last_active_at": "2025-02-01T00:00:00Z", "total_requests": 7,
             "subscription": {"tier": "Premium", "expires_at": "2026-01-01T00:00:00", "auto_renew": true,
              "payment_method": "stars", "daily_requests": 3, "last_reset_date": "2025-01-31T00:00:00",
              "referred_by": 4294967297, "referral_code": "ADA", "referrals_count": 2}}
            """;

    @TempDir
    private Path folder;

    private Trial bot;

    @BeforeEach
    void source() {
        bot = new Trial(new SubscriptionsProfile(), folder.resolve("data.json"));
    }

    private Trial users(String... users) {
        return bot.document("{\"users\": [" + String.join(",\n", users) + "], \"analytics\": {}}");
    }

    @Test
    void every_value_arrives_as_it_is_in_the_source() {
        assertThat(rows(users(ADA, "{\"user_id\": 4294967297}").migrate()))
                .containsExactly("users 2/0/0/0", "user_subscriptions 2/0/0/0", "analytics 5/0/0/0");
        assertThat(bot.column("SELECT concat_ws('|', user_id, faceit_player_id, faceit_nickname, last_checked_match_id,"
                        + " waiting_for_nickname, language, notifications_enabled, total_requests,"
                        + " created_at AT TIME ZONE 'UTC', last_active_at AT TIME ZONE 'UTC')"
                        + " FROM subscriptions.users WHERE faceit_nickname = 'n'"))
                .containsExactly("9223372036854775807|p|n|m|t|en|f|7|2025-01-31 18:00:00.123456|2025-02-01 00:00:00");
        assertThat(bot.column("SELECT concat_ws('|', u.user_id, tier, expires_at AT TIME ZONE 'UTC', auto_renew,"
                        + " payment_method, daily_requests, last_reset_date AT TIME ZONE 'UTC', referred_by_user_id,"
                        + " referral_code, referrals_count) FROM subscriptions.user_subscriptions s"
                        + " JOIN subscriptions.users u ON u.id = s.user_id WHERE referral_code = 'ADA'"))
                .containsExactly("9223372036854775807|PREMIUM|2026-01-01 00:00:00|t|stars|3|2025-01-31 00:00:00"
                        + "|4294967297|ADA|2");
    }

    @Test
    void a_user_of_whom_nothing_else_is_known_has_the_defaults_and_a_free_subscription() {
        users("{\"user_id\": 1}", "{\"user_id\": 2, \"subscription\": null}", "{\"user_id\": 3, \"subscription\": {}}")
                .migrate();
        assertThat(bot.column("SELECT DISTINCT concat_ws('|', faceit_player_id, faceit_nickname, last_checked_match_id,"
                        + " waiting_for_nickname, language, notifications_enabled, total_requests, last_active_at,"
                        + " created_at IS NULL, updated_at IS NULL) FROM subscriptions.users"))
                .containsExactly("f|ru|t|0|f|f");
        assertThat(bot.column("SELECT concat_ws('|', tier, expires_at, auto_renew, payment_method, daily_requests,"
                        + " last_reset_date, referred_by_user_id, referral_code, referrals_count)"
                        + " FROM subscriptions.user_subscriptions"))
                .containsExactly("FREE|f|0|0", "FREE|f|0|0", "FREE|f|0|0");
    }

    @Test
    void identifiers_are_made_of_the_natural_keys_of_their_rows() {
        users(ADA.replace("4294967297", "null")).migrate();
        assertThat(bot.value("SELECT id FROM subscriptions.users")).isEqualTo("d33f9313-61ca-5f39-a556-be6bde0b6c1b");
        assertThat(bot.value("SELECT id FROM subscriptions.user_subscriptions"))
                .isEqualTo("0905b2ef-7034-5e46-a706-10beb3c04068");
        assertThat(bot.value("SELECT id FROM subscriptions.analytics WHERE metric_name = 'total_users'"))
                .isEqualTo("25b7575a-0482-5173-ae72-435a47e37c89");
    }

    @Test
    void a_row_that_has_another_identifier_is_met_by_its_user_id_and_keeps_it() {
        String id = "00000000-0000-4000-8000-000000000001";
        users("{\"user_id\": 2}").migrate();
        bot.execute("INSERT INTO subscriptions.users (id, user_id, language) VALUES ('" + id + "', 1, 'en')");
        assertThat(rows(users("{\"user_id\": 1}", "{\"user_id\": 2}").migrate(UPDATE)))
                .containsExactly("users 0/1/1/0", "user_subscriptions 1/0/1/0", "analytics 0/2/3/0");
        assertThat(bot.column("SELECT u.id FROM subscriptions.users u JOIN subscriptions.user_subscriptions s"
                        + " ON s.user_id = u.id WHERE u.user_id = 1 AND u.language = 'ru'"))
                .containsExactly(id);
    }

    @ParameterizedTest
    @CsvSource({"free,FREE", "FREE,FREE", "Premium,PREMIUM", "pRO,PRO"})
    void a_tier_may_be_written_in_any_case(String written, String tier) {
        users("{\"user_id\": 1, \"subscription\": {\"tier\": \"" + written + "\"}}")
                .migrate();
        assertThat(bot.value("SELECT tier FROM subscriptions.user_subscriptions"))
                .isEqualTo(tier);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gold", "", "premium ", "pr\\u00f6"})
    void any_other_tier_is_a_violation_even_where_validation_is_skipped(String tier) {
        users("{\"user_id\": 1, \"subscription\": {\"tier\": \"" + tier + "\"}}");
        for (Checks checks : Checks.values()) {
            MigrationResult result = bot.migrate(options -> FORCE.apply(options).withChecks(checks));
            assertThat(violations(result)).contains("users 1 Pattern /users/0/subscription/tier");
            assertThat(bot.column("SELECT user_id FROM subscriptions.users")).isEmpty();
        }
    }

    @Test
    void a_timestamp_that_does_not_exist_is_a_violation_of_its_field() {
        MigrationResult result = users(
                        "{\"user_id\": 1, \"created_at\": \"2025-02-29T00:00:00\"}",
                        "{\"user_id\": 2, \"last_active_at\": \"never\", \"subscription\": {\"expires_at\": \"2025\"}}")
                .migrate(FORCE);
        assertThat(violations(result))
                .containsSubsequence(
                        "users 1 type /users/0/created_at",
                        "users 2 type /users/1/last_active_at",
                        "users 2 type /users/1/subscription/expires_at");
        assertThat(bot.column("SELECT user_id FROM subscriptions.users")).isEmpty();
    }

    @Test
    void of_users_with_the_same_id_the_first_is_kept_and_the_others_name_its_line() {
        MigrationResult result = users(
                        "{\"user_id\": 1, \"faceit_nickname\": \"first\"}",
                        "{\"user_id\": 2}",
                        "{\"user_id\": 1, \"faceit_nickname\": \"second\"}")
                .migrate(FORCE);
        assertThat(violations(result)).contains("users 1 unique /users/2/user_id");
        assertThat(Trial.messages(result).get(0)).contains("data.json:1:");
        assertThat(bot.column("SELECT faceit_nickname FROM subscriptions.users WHERE user_id = 1"))
                .containsExactly("first");
        assertThat(bot.value("SELECT value FROM subscriptions.analytics WHERE metric_name = 'total_users'"))
                .isEqualTo("2");
    }

    @Test
    void an_update_changes_what_differs_and_its_rollback_brings_back_every_byte() {
        users(ADA, "{\"user_id\": 4294967297}").migrate();
        var before = bot.dump();
        users(
                        ADA.replace("\"Premium\"", "\"pro\"").replace("\"n\"", "null"),
                        "{\"user_id\": 4294967297, \"language\": \"RU\", \"subscription\": {\"referrals_count\": 1}}")
                .migrate();
        assertThat(bot.column("SELECT language FROM subscriptions.users WHERE language = 'RU'"))
                .isEmpty();
        bot.rollback();
        assertThat(bot.dump()).isEqualTo(before);
        assertThat(rows(bot.migrate(UPDATE)))
                .containsExactly("users 0/2/0/0", "user_subscriptions 0/2/0/0", "analytics 0/2/3/0");
        assertThat(bot.column("SELECT tier FROM subscriptions.user_subscriptions ORDER BY 1"))
                .containsExactly("FREE", "PRO");
        bot.rollback();
        assertThat(bot.dump()).isEqualTo(before);
        bot.rollback();
        assertThat(bot.dump().values()).allSatisfy(rows -> assertThat(rows).isEmpty());
    }

    @Test
    void the_schema_may_have_any_name() {
        users(ADA, "{\"user_id\": 4294967297}");
        UnaryOperator<MigrationOptions> elsewhere = options -> options.withSchema("Bot's own");
        bot.migrate(elsewhere);
        assertThat(rows(users(ADA.replace("Premium", "pro"), "{\"user_id\": 4294967297}")
                        .migrate(options -> UPDATE.apply(elsewhere.apply(options)))))
                .containsExactly("users 0/0/2/0", "user_subscriptions 0/1/1/0", "analytics 0/2/3/0");
        assertThat(bot.column("SELECT tier FROM \"Bot's own\".user_subscriptions ORDER BY 1"))
                .containsExactly("FREE", "PRO");
    }

    @Test
    void the_number_of_statements_grows_with_the_batches_and_not_with_the_users() {
        // Not equal: a run that takes long tells other sessions once a second how far it is.
        assertThat(statements(200)).isLessThan(statements(20) + 20);
    }

    private int statements(int size) {
        Trial trial = new Trial(new SubscriptionsProfile(), folder.resolve("data.json"))
                .document(IntStream.range(1, size)
                        .mapToObj(i -> "{\"user_id\": " + i
                                + (i % 2 == 0 ? ", \"created_at\": \"2025-01-01T00:00:00\"" : "")
                                + ", \"subscription\": {\"referred_by\": " + (size - i) + "}}")
                        .collect(Collectors.joining(",", "{\"users\": [", "]}")));
        StatementCount counted = new StatementCount(trial.database());
        for (int run = 0; run < 2; run++) {
            MigrationResult result = trial.migrate(counted, UPDATE, MigrationListener.SILENT);
            assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        }
        return counted.statements();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"users\": []}|analytics", "{\"analytics\": {\"total_users\": 0}}|users"})
    void either_section_may_stand_alone(String document, String absent) {
        MigrationResult result = bot.document(document).migrate();
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(rows(result)).containsExactly("users 0/0/0/0", "user_subscriptions 0/0/0/0", "analytics 0/0/0/0");
        assertThat(result.summary().report().warnings())
                .extracting(Warning::message)
                .containsExactly("section " + absent + " is not in the file; it is taken as empty");
    }
}
