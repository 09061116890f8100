package dev.ferry.migration;

import static dev.ferry.migration.Trial.violations;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.profile.subscriptions.SubscriptionsProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A section that several steps read: who tells of a record, and for whom it is rejected. */
@NullMarked
class SharedSectionTest {
    @TempDir
    private Path folder;

    private Trial bot;

    @BeforeEach
    void source() {
        bot = new Trial(new SubscriptionsProfile(), folder.resolve("data.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"analytics", "user_subscriptions", "user_subscriptions,analytics"})
    void a_record_is_told_of_once_where_the_table_that_its_section_belongs_to_was_not_chosen(String entities) {
        bot.document("{\"users\": [{\"user_id\": 1}]}").migrate();
        bot.document("{\"users\": [{\"user_id\": 1}, {\"user_id\": 2, \"subscription\": {\"tier\": \"gold\"}}]}");
        MigrationResult result = bot.migrate(options -> options.withEntities(Set.of(entities.split(","))));
        assertThat(violations(result)).contains("users 2 Pattern /users/1/subscription/tier");
        assertThat(violations(result)).doesNotHaveDuplicates();
    }

    @Test
    void a_record_that_another_table_rejects_still_counts_where_its_own_row_is_written() {
        bot.document("""
                {"users": [{"user_id": 1, "subscription": {"referral_code": "A"}},
                           {"user_id": 2, "subscription": {"referral_code": "A"}}]}
                """).migrate(SubscriptionsTest.FORCE);
        assertThat(bot.column("SELECT user_id FROM subscriptions.users ORDER BY 1"))
                .containsExactly("1", "2");
        assertThat(bot.value("SELECT value FROM subscriptions.analytics WHERE metric_name = 'total_users'"))
                .startsWith("2");
    }

    @Test
    void a_record_that_two_tables_reject_is_kept_for_its_user_once() throws IOException {
        Path rejects = folder.resolve("rejects.jsonl");
        MigrationResult result = bot.document("""
                {"users": [{"user_id": 1, "subscription": {"tier": "gold", "referred_by": 99}}]}
                """)
                .migrate(options -> SubscriptionsTest.FORCE.apply(options).withRejects(rejects));
        assertThat(violations(result))
                .containsExactly(
                        "users 1 Pattern /users/0/subscription/tier",
                        "user_subscriptions 1 reference /users/0/subscription/referred_by");
        assertThat(Files.readAllLines(rejects)).hasSize(1);
    }

    @Test
    void a_record_that_is_written_without_a_parent_counts_as_rejected_and_can_be_mended() throws IOException {
        Path rejects = folder.resolve("rejects.jsonl");
        MigrationResult result = bot.document(
                        "{\"users\": [{\"user_id\": 1, \"subscription\": {\"referred_by\": 99}}, {\"user_id\": 2}]}")
                .migrate(options -> SubscriptionsTest.FORCE.apply(options).withRejects(rejects));
        assertThat(Trial.records(result)).contains("users 2/2/0", "user_subscriptions 2/1/1");
        assertThat(Trial.rows(result)).contains("user_subscriptions 2/0/0/0");
        assertThat(Files.readAllLines(rejects)).hasSize(1);

        Files.writeString(rejects, Files.readString(rejects).replace("99", "2"));
        new Trial(new SubscriptionsProfile(), rejects, bot.url)
                .migrate(options -> options.withOnConflict(OnConflict.UPDATE));
        assertThat(bot.column("SELECT referred_by_user_id FROM subscriptions.user_subscriptions"
                        + " WHERE referred_by_user_id IS NOT NULL"))
                .containsExactly("2");
        assertThat(bot.value("SELECT value FROM subscriptions.analytics WHERE metric_name = 'total_users'"))
                .as("what was left over is not counted as if it were all")
                .isEqualTo("2");
    }
}
