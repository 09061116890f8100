package dev.ferry.migration;

import static dev.ferry.migration.SubscriptionsTest.UPDATE;
import static dev.ferry.migration.Trial.rows;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.profile.subscriptions.SubscriptionsProfile;
import java.nio.file.Path;
import java.time.ZoneId;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A column whose value the source may give or leave to the database. */
@NullMarked
class CreatedAtTest {
    private static final String CREATED = "SELECT created_at AT TIME ZONE 'UTC' FROM subscriptions.users";

    @TempDir
    private Path folder;

    private Trial bot;

    @BeforeEach
    void source() {
        bot = new Trial(new SubscriptionsProfile(), folder.resolve("data.json"));
    }

    private Trial user(String fields) {
        return bot.document("{\"users\": [{\"user_id\": 1" + fields + "}], \"analytics\": {}}");
    }

    @Test
    void the_value_of_the_source_stands() {
        user(", \"created_at\": \"2020-02-29T12:00:00\"").migrate();
        assertThat(bot.value(CREATED)).isEqualTo("2020-02-29 12:00:00");
        user(", \"created_at\": \"2020-02-29T12:00:00\", \"language\": \"en\"").migrate(UPDATE);
        assertThat(bot.value(CREATED)).isEqualTo("2020-02-29 12:00:00");
    }

    @Test
    void a_value_without_an_offset_is_read_in_the_zone_of_the_source() {
        user(", \"created_at\": \"2020-02-29T12:00:00\"")
                .migrate(options -> options.withSourceZone(ZoneId.of("Europe/Moscow")));
        assertThat(bot.value(CREATED)).isEqualTo("2020-02-29 09:00:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0001-01-01 00:00:00", "1500-01-01 00:00:00", "1582-10-14 12:00:00", "1901-12-13 20:45:51.999999"
            })
    void a_time_long_ago_keeps_its_date(String time) {
        user(", \"created_at\": \"" + time.replace(' ', 'T') + "Z\"").migrate();
        assertThat(bot.value(CREATED)).isEqualTo(time);
        assertThat(rows(bot.migrate(UPDATE))).contains("users 0/0/1/0");
    }

    @Test
    void without_one_it_is_the_time_of_the_insert_and_no_difference_later() {
        user("").migrate();
        assertThat(bot.value("SELECT created_at = updated_at AND created_at > now() - interval '1 hour'"
                        + " FROM subscriptions.users"))
                .isEqualTo("t");
        var before = bot.dump();
        assertThat(rows(bot.migrate(UPDATE)))
                .containsExactly("users 0/0/1/0", "user_subscriptions 0/0/1/0", "analytics 0/0/5/0");
        assertThat(bot.dump()).isEqualTo(before);
    }

    @Test
    void an_update_of_another_value_leaves_it_and_renews_updated_at() {
        user("").migrate();
        String created = bot.value(CREATED);
        assertThat(rows(user(", \"language\": \"en\"").migrate(UPDATE)).get(0)).isEqualTo("users 0/1/0/0");
        assertThat(bot.value(CREATED)).isEqualTo(created);
        assertThat(bot.value("SELECT updated_at > created_at FROM subscriptions.users"))
                .isEqualTo("t");
    }

    @Test
    void a_source_that_gives_it_later_changes_it_and_one_that_no_longer_gives_it_does_not() {
        user("").migrate();
        var before = bot.dump();
        assertThat(rows(user(", \"created_at\": \"2020-02-29T12:00:00Z\"").migrate(UPDATE))
                        .get(0))
                .isEqualTo("users 0/1/0/0");
        assertThat(bot.value(CREATED)).isEqualTo("2020-02-29 12:00:00");
        assertThat(rows(user("").migrate(UPDATE)).get(0)).isEqualTo("users 0/0/1/0");
        assertThat(bot.value(CREATED)).isEqualTo("2020-02-29 12:00:00");
        bot.rollback();
        bot.rollback();
        assertThat(bot.dump()).isEqualTo(before);
    }
}
