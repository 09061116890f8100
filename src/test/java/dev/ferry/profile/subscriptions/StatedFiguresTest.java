package dev.ferry.profile.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.profile.Remark;
import dev.ferry.profile.subscriptions.dto.AnalyticsRecord;
import dev.ferry.profile.subscriptions.dto.SubscriptionRecord;
import dev.ferry.profile.subscriptions.dto.UserRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class StatedFiguresTest {
    private static final String NOT_KEPT = "daily_stats not-kept";

    @Test
    void every_user_counts_once_and_a_figure_without_users_is_zero() {
        assertThat(values(counted(user("a", "premium"), user(null, "PREMIUM"), user("", null), user("b", "Pro"))))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "total_users", "4",
                        "users_with_faceit", "2",
                        "subscription_free_users", "1",
                        "subscription_premium_users", "2",
                        "subscription_pro_users", "1"));
        assertThat(values(counted(user(null, "free"))))
                .containsEntry("subscription_pro_users", "0")
                .containsEntry("users_with_faceit", "0");
    }

    @Test
    void a_total_that_is_right_or_absent_is_no_difference() {
        assertThat(compare(4L, null)).isEmpty();
        assertThat(compare(null, Map.of())).isEmpty();
        assertThat(compare(null, List.of())).isEmpty();
        assertThat(StatedFigures.compare(new AnalyticsRecord(0L, null), List.of()))
                .isEmpty();
    }

    @Test
    void a_total_that_differs_is_told_with_both_values() {
        assertThat(StatedFigures.compare(new AnalyticsRecord(5L, null), computed()))
                .containsExactly(
                        new Remark("total_users", "difference", "the source says 5, of its valid users there are 4"));
    }

    @Test
    void of_the_days_the_newest_is_compared_where_it_names_figures_that_are_counted() {
        Map<String, Object> right = Map.of("total_users", 4, "free_users", 1, "requests", 99);
        Map<String, Object> wrong = Map.of("total_users", 9, "pro_users", 7L, "premium_users", "many");
        assertThat(compare(null, Map.of("2025-11-19", wrong, "2025-11-20", right)))
                .containsExactly(NOT_KEPT);
        assertThat(compare(null, Map.of("2025-11-19", right, "2025-11-20", wrong, "last", right)))
                .containsExactly(
                        NOT_KEPT,
                        "daily_stats.2025-11-20.pro_users difference",
                        "daily_stats.2025-11-20.total_users difference");
    }

    @Test
    void days_may_be_an_array_of_objects_with_a_date() {
        assertThat(compare(
                        null,
                        List.of(
                                Map.of("date", "2025-11-20", "free_users", 3),
                                Map.of("date", "2025-11-19", "free_users", 2),
                                Map.of("free_users", 2))))
                .containsExactly(NOT_KEPT, "daily_stats.0.free_users difference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "2025-11-20"})
    void days_of_any_other_shape_are_told_and_not_compared(String text) {
        assertThat(compare(null, text)).containsExactly(NOT_KEPT);
        assertThat(compare(null, List.of(text, 1, true))).containsExactly(NOT_KEPT);
        assertThat(compare(null, Map.of(text, 7))).containsExactly(NOT_KEPT);
        assertThat(compare(null, Map.of(text, List.of(7)))).containsExactly(NOT_KEPT);
    }

    private static List<String> compare(@Nullable Long totalUsers, @Nullable Object dailyStats) {
        return StatedFigures.compare(new AnalyticsRecord(totalUsers, dailyStats), computed()).stream()
                .map(remark -> remark.path() + " " + remark.rule())
                .toList();
    }

    private static List<Metric> computed() {
        return counted(user("a", "premium"), user(null, "PREMIUM"), user("", null), user("b", "Pro"));
    }

    private static UserRecord user(@Nullable String player, @Nullable String tier) {
        SubscriptionRecord subscription = new SubscriptionRecord(tier, null, null, null, null, null, null, null, null);
        return new UserRecord(
                1L, player, null, null, null, null, null, null, null, null, tier == null ? null : subscription);
    }

    private static List<Metric> counted(UserRecord... users) {
        List<Metric> counted = new ArrayList<>();
        for (UserRecord user : users) {
            Figure.of(user).forEach(more -> add(counted, more));
        }
        return counted;
    }

    private static void add(List<Metric> counted, Metric more) {
        for (int i = 0; i < counted.size(); i++) {
            if (counted.get(i).metricName().equals(more.metricName())) {
                counted.set(i, counted.get(i).plus(more.value()));
                return;
            }
        }
        counted.add(more);
    }

    private static Map<String, String> values(List<Metric> metrics) {
        Map<String, String> values = new TreeMap<>();
        metrics.forEach(metric -> values.put(metric.metricName(), metric.value().toPlainString()));
        return values;
    }
}
