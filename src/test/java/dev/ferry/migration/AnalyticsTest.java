package dev.ferry.migration;

import static dev.ferry.migration.SubscriptionsTest.FORCE;
import static dev.ferry.migration.SubscriptionsTest.UPDATE;
import static dev.ferry.migration.Trial.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.failure.ExitCode;
import dev.ferry.profile.subscriptions.SubscriptionsProfile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is counted of the users that were migrated. */
@NullMarked
class AnalyticsTest {
    private static final String THREE = """
            {"user_id": 1, "faceit_player_id": "p"},
            {"user_id": 2, "subscription": {"tier": "PRO"}},
            {"user_id": 3, "faceit_player_id": "", "subscription": {"tier": "pro"}}
            """;

    @TempDir
    private Path folder;

    private Trial bot;

    @BeforeEach
    void source() {
        bot = new Trial(new SubscriptionsProfile(), folder.resolve("data.json"));
    }

    private Trial document(String users, String analytics) {
        return bot.document("{\"users\": [" + users + "], \"analytics\": {" + analytics + "}}");
    }

    private List<String> figures() {
        return bot.column("SELECT concat_ws(' ', metric_name, metric_type, period, tags, value)"
                + " FROM subscriptions.analytics ORDER BY 1");
    }

    @Test
    void users_are_counted_in_all_with_a_player_and_by_tier() {
        document(THREE, "").migrate();
        assertThat(figures())
                .containsExactly(
                        "subscription_free_users gauge daily {\"tier\": \"free\"} 1",
                        "subscription_premium_users gauge daily {\"tier\": \"premium\"} 0",
                        "subscription_pro_users gauge daily {\"tier\": \"pro\"} 2",
                        "total_users gauge daily {} 3",
                        "users_with_faceit gauge daily {} 1");
        assertThat(bot.column("SELECT DISTINCT \"timestamp\" > now() - interval '1 hour' FROM subscriptions.analytics"))
                .containsExactly("t");
    }

    @Test
    void users_that_were_rejected_are_not_counted() {
        document(THREE + ", {\"user_id\": 0}, {\"user_id\": 4, \"subscription\": {\"tier\": \"gold\"}}", "")
                .migrate(FORCE);
        assertThat(figures()).contains("total_users gauge daily {} 3", "users_with_faceit gauge daily {} 1");
    }

    @ParameterizedTest
    @EnumSource(names = {"SKIP", "UPDATE"})
    void a_second_run_writes_nothing(OnConflict onConflict) {
        document(THREE, "").migrate();
        var before = bot.dump();
        assertThat(rows(bot.migrate(options -> options.withOnConflict(onConflict)))
                        .get(2))
                .isEqualTo("analytics 0/0/5/0");
        assertThat(bot.dump()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(names = {"SKIP", "UPDATE"})
    void only_figures_that_changed_are_written_and_get_a_new_timestamp(OnConflict onConflict) {
        document(THREE, "").migrate();
        bot.execute("UPDATE subscriptions.analytics SET \"timestamp\" = '2020-01-01T00:00:00Z'");
        var before = bot.dump();
        document(THREE + ", {\"user_id\": 4, \"subscription\": {\"tier\": \"free\"}}", "");
        assertThat(rows(bot.migrate(options -> options.withOnConflict(onConflict)))
                        .get(2))
                .isEqualTo("analytics 0/2/3/0");
        assertThat(bot.column("SELECT metric_name FROM subscriptions.analytics"
                        + " WHERE \"timestamp\" > '2020-01-01T00:00:00Z' ORDER BY 1"))
                .containsExactly("subscription_free_users", "total_users");
        bot.rollback();
        assertThat(bot.dump()).isEqualTo(before);
    }

    @Test
    void a_figure_that_fell_to_nobody_is_brought_up_to_date() {
        document(THREE, "").migrate();
        document(THREE.replaceAll("(?i)\"pro\"", "\"free\""), "").migrate(UPDATE);
        assertThat(figures()).contains("subscription_pro_users gauge daily {\"tier\": \"pro\"} 0");
    }

    @Test
    void figures_of_others_are_left_alone() {
        document(THREE, "").migrate();
        bot.execute("INSERT INTO subscriptions.analytics (id, metric_name, metric_type, period, tags, value) VALUES"
                + " (gen_random_uuid(), 'total_users', 'gauge', 'weekly', '{}', 1),"
                + " (gen_random_uuid(), 'total_users', 'gauge', 'daily', '{\"shard\": 1}', 1)");
        assertThat(rows(bot.migrate(UPDATE)).get(2)).isEqualTo("analytics 0/0/5/0");
        assertThat(figures()).hasSize(7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"total_users\": 3, \"daily_stats\": {}|",
                "\"daily_stats\": null|",
                "\"total_users\": 4|total_users difference /analytics/total_users",
                "\"daily_stats\": {\"2025-11-19\": {\"active\": null}}|daily_stats not-kept /analytics/daily_stats",
                "\"daily_stats\": [1.5, null, \"a\"]|daily_stats not-kept /analytics/daily_stats",
                "\"growth\": 1|growth unknown-field /analytics/growth"
            })
    void what_the_source_says_itself_is_compared_and_a_difference_is_a_warning(String analytics, String expected) {
        var result = document(THREE, analytics).migrate();
        assertThat(result.exitCode()).isEqualTo(ExitCode.DONE);
        assertThat(result.summary().report().warnings())
                .extracting(warning -> warning.field() + " " + warning.rule() + " "
                        + warning.position().pointer())
                .isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    @Test
    void the_newest_day_is_compared_at_its_place() {
        var result = document(
                        THREE,
                        "\"daily_stats\": {\"2025-11-19\": {\"total_users\": 2}, \"2025-11-20\": {\"pro_users\": 5}}")
                .migrate();
        assertThat(result.summary().report().warnings())
                .extracting(warning -> warning.rule() + " " + warning.position().pointer() + " " + warning.message())
                .contains("difference /analytics/daily_stats/2025-11-20/pro_users"
                        + " the source says 5, of its valid users there are 2");
    }
}
