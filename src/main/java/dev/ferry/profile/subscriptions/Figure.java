package dev.ferry.profile.subscriptions;

import dev.ferry.profile.subscriptions.dto.UserRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What is counted of users. Each user gives every figure a one or a zero, so that a figure which fell to none is told too. */
enum Figure {
    TOTAL_USERS("total_users", "{}", user -> true),
    USERS_WITH_FACEIT("users_with_faceit", "{}", UserRecord::hasPlayer),
    FREE_USERS("subscription_free_users", "{\"tier\": \"free\"}", user -> tier(user) == Tier.FREE),
    PREMIUM_USERS("subscription_premium_users", "{\"tier\": \"premium\"}", user -> tier(user) == Tier.PREMIUM),
    PRO_USERS("subscription_pro_users", "{\"tier\": \"pro\"}", user -> tier(user) == Tier.PRO);

    private static final List<Figure> ALL = List.of(values());

    private final Metric zero;
    private final Predicate<UserRecord> counted;

    Figure(String metricName, String tags, Predicate<UserRecord> counted) {
        this.zero = Metric.zero(metricName, "gauge", "daily", tags);
        this.counted = counted;
    }

    private static Tier tier(UserRecord user) {
        return Tier.of(user.subscriptionOrNone().tier());
    }

    /** What a user adds to the figures: rows of its own, since a row takes on the identifier that it has in the database. */
    static Stream<Metric> of(UserRecord user) {
        return ALL.stream()
                .map(figure -> figure.zero.plus(figure.counted.test(user) ? BigDecimal.ONE : BigDecimal.ZERO));
    }

    /** The value of this figure among those that were computed; zero where no user was. */
    BigDecimal in(List<Metric> computed) {
        return computed.stream()
                .filter(metric -> metric.metricName().equals(zero.metricName()))
                .map(Metric::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
