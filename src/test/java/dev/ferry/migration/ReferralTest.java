package dev.ferry.migration;

import static dev.ferry.migration.Trial.rows;
import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ferry.failure.ExitCode;
import dev.ferry.profile.subscriptions.SubscriptionsProfile;
import dev.ferry.validate.Warning;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who brought whom, and by which code. */
@NullMarked
class ReferralTest {
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

    private static String user(long userId, String subscription) {
        return "{\"user_id\": " + userId + ", \"subscription\": {" + subscription + "}}";
    }

    private String referredBy(long userId) {
        return bot.value("SELECT referred_by_user_id FROM subscriptions.user_subscriptions s"
                + " JOIN subscriptions.users u ON u.id = s.user_id WHERE u.user_id = " + userId);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 1000})
    void a_referral_may_point_forward_and_backward_in_the_file(int batchSize) {
        users(user(1, "\"referred_by\": 3"), user(2, "\"referred_by\": 1"), user(3, "\"referred_by\": 2"))
                .migrate(options -> options.withBatchSize(batchSize));
        assertThat(referredBy(1)).isEqualTo("3");
        assertThat(referredBy(2)).isEqualTo("1");
        assertThat(referredBy(3)).isEqualTo("2");
    }

    @Test
    void a_referral_may_point_at_a_user_of_the_database() {
        users(user(1, "")).migrate();
        assertThat(users(user(2, "\"referred_by\": 1")).migrate().exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(referredBy(2)).isEqualTo("1");
    }

    @Test
    void a_referral_to_nobody_is_a_violation_of_that_field_and_nothing_is_written() {
        MigrationResult result =
                users(user(1, ""), user(2, "\"referred_by\": 99")).migrate();
        assertThat(result.exitCode()).isEqualTo(ExitCode.CONTENT);
        assertThat(violations(result))
                .containsExactly("user_subscriptions 2 reference /users/1/subscription/referred_by");
        assertThat(bot.column("SELECT user_id FROM subscriptions.users")).isEmpty();
    }

    @Test
    void with_force_the_subscription_is_written_without_it_and_the_loss_is_in_the_report() {
        MigrationResult result = users(user(1, "\"tier\": \"pro\", \"referred_by\": 99"), user(2, "\"referred_by\": 1"))
                .migrate(SubscriptionsTest.FORCE);
        assertThat(violations(result))
                .containsExactly("user_subscriptions 1 reference /users/0/subscription/referred_by");
        assertThat(result.summary().report().listed().get(0).value()).isEqualTo("99");
        assertThat(referredBy(1)).isEqualTo("null");
        assertThat(referredBy(2)).isEqualTo("1");
        assertThat(bot.column("SELECT tier FROM subscriptions.user_subscriptions ORDER BY 1"))
                .containsExactly("FREE", "PRO");
        assertThat(rows(bot.migrate(options -> SubscriptionsTest.UPDATE.apply(SubscriptionsTest.FORCE.apply(options)))))
                .containsExactly("users 0/0/2/0", "user_subscriptions 0/0/2/0", "analytics 0/0/5/0");
    }

    @Test
    void a_user_that_was_rejected_brought_nobody() {
        MigrationResult result = users(user(1, "\"referred_by\": 2"), user(2, "\"tier\": \"gold\""))
                .migrate(SubscriptionsTest.FORCE);
        assertThat(violations(result))
                .contains(
                        "users 2 Pattern /users/1/subscription/tier",
                        "user_subscriptions 1 reference /users/0/subscription/referred_by");
        assertThat(referredBy(1)).isEqualTo("null");
    }

    @Test
    void a_user_that_was_rejected_but_is_in_the_database_still_brought_whom_it_brought() {
        bot.document("{\"users\": [{\"user_id\": 1}, {\"user_id\": 2, \"subscription\": {\"referred_by\": 1}}]}")
                .migrate();
        MigrationResult result = bot.document("{\"users\": [{\"user_id\": 1, \"subscription\": {\"tier\": \"gold\"}},"
                        + " {\"user_id\": 2, \"subscription\": {\"referred_by\": 1}}]}")
                .migrate(options -> SubscriptionsTest.FORCE.apply(options).withOnConflict(OnConflict.UPDATE));
        assertThat(violations(result)).containsExactly("users 1 Pattern /users/0/subscription/tier");
        assertThat(bot.value("SELECT count(*) FROM subscriptions.user_subscriptions WHERE referred_by_user_id = 1"))
                .isEqualTo("1");
    }

    @Test
    void of_users_that_are_rejected_anyway_it_is_no_news_that_who_brought_them_was_rejected() {
        MigrationResult result = users(user(1, "\"tier\": \"gold\", \"referred_by\": 2"), user(2, "\"tier\": \"gold\""))
                .migrate(SubscriptionsTest.FORCE);
        assertThat(violations(result))
                .containsExactly(
                        "users 1 Pattern /users/0/subscription/tier", "users 2 Pattern /users/1/subscription/tier");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000})
    void a_user_whose_id_a_malformed_record_had_first_is_in_the_source_twice(int batchSize) {
        MigrationResult result = bot.document("{\"users\": [{\"user_id\": \"7\"}, {\"user_id\": 7}]}")
                .migrate(options -> SubscriptionsTest.FORCE.apply(options).withBatchSize(batchSize));
        assertThat(violations(result))
                .containsExactly("users 7 type /users/0/user_id", "users 7 unique /users/1/user_id");
        assertThat(bot.column("SELECT user_id FROM subscriptions.users")).isEmpty();
    }

    @Test
    void a_user_that_brought_itself_is_kept_as_it_stands_and_told() {
        MigrationResult result = users(user(1, "\"referred_by\": 1"), user(2, "\"referred_by\": 2"))
                .migrate();
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(result.summary().report().warnings())
                .extracting(Warning::rule, Warning::field, Warning::count)
                .containsExactly(tuple("self-referral", "subscription.referred_by", 2L));
        assertThat(referredBy(1)).isEqualTo("1");
    }

    @Test
    void a_referral_code_belongs_to_one_subscription_of_the_source_and_the_database() {
        users(user(1, "\"referral_code\": \"A\""), user(2, "")).migrate();
        MigrationResult result = users(
                        user(2, "\"referral_code\": \"A\""),
                        user(3, "\"referral_code\": \"B\""),
                        user(4, "\"referral_code\": \"B\""),
                        user(1, "\"referral_code\": \"A\""))
                .migrate(options -> SubscriptionsTest.UPDATE.apply(SubscriptionsTest.FORCE.apply(options)));
        assertThat(violations(result))
                .contains(
                        "user_subscriptions 2 unique /users/0/subscription/referral_code",
                        "user_subscriptions 4 unique /users/2/subscription/referral_code");
        assertThat(bot.column("SELECT referral_code FROM subscriptions.user_subscriptions ORDER BY 1"))
                .containsExactly("A", "B", "null");
    }
}
