package dev.ferry.profile.subscriptions;

import dev.ferry.profile.subscriptions.dto.UserRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What is counted of users. Each user gives every figure a one or a zero, so that a figure which fell to none is told too.
 *
 * @param zero the figure of no users
 * @param counted which users count
 */
record Figure(Metric zero, Predicate<UserRecord> counted) {
    static final Figure TOTAL_USERS = of("total_users", "{}", user -> true);
    static final Figure USERS_WITH_FACEIT = of("users_with_faceit", "{}", UserRecord::hasPlayer);
    static final Figure FREE_USERS =
            of("subscription_free_users", "{\"tier\": \"free\"}", user -> tier(user) == Tier.FREE);
    static final Figure PREMIUM_USERS =
            of("subscription_premium_users", "{\"tier\": \"premium\"}", user -> tier(user) == Tier.PREMIUM);
    static final Figure PRO_USERS = of("subscription_pro_users", "{\"tier\": \"pro\"}", user -> tier(user) == Tier.PRO);

    private static final List<Figure> ALL =
            List.of(TOTAL_USERS, USERS_WITH_FACEIT, FREE_USERS, PREMIUM_USERS, PRO_USERS);

    private static Figure of(String metricName, String tags, Predicate<UserRecord> counted) {
        return new Figure(Metric.zero(metricName, "gauge", "daily", tags), counted);
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
