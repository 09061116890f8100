package dev.ferry.profile.subscriptions;

import dev.ferry.profile.Remark;
import dev.ferry.profile.subscriptions.dto.AnalyticsRecord;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the source says of its users with what was counted.
 *
 * <p>{@code daily_stats} may have any shape. Where it is an object by date, or an array of objects with a {@code date}, its newest
 * day is compared, as far as it names figures that are counted here too. Older days say what was then, and cannot be compared.
 */
final class StatedFigures {
    private static final String DAILY_STATS = "daily_stats";

    private static final SortedMap<String, Figure> FIGURES_OF_A_DAY = new TreeMap<>(Map.of(
            "total_users", Figure.TOTAL_USERS,
            "users_with_faceit", Figure.USERS_WITH_FACEIT,
            "free_users", Figure.FREE_USERS,
            "premium_users", Figure.PREMIUM_USERS,
            "pro_users", Figure.PRO_USERS));

    private StatedFigures() {}

    /** The differences, and that days are not kept. */
    static List<Remark> compare(AnalyticsRecord stated, List<Metric> computed) {
        List<Remark> remarks = new ArrayList<>();
        compare("total_users", stated.totalUsers(), Figure.TOTAL_USERS, computed)
                .ifPresent(remarks::add);
        Object days = stated.dailyStats();
        if (days == null || isEmpty(days)) {
            return remarks;
        }
        remarks.add(new Remark(
                DAILY_STATS,
                "not-kept",
                "figures of days have no table; of the newest day those are compared that were counted here too"));
        days(days).stream()
                .max(Comparator.comparing(Day::date))
                .ifPresent(newest -> FIGURES_OF_A_DAY.forEach((name, figure) -> compare(
                                newest.path() + "." + name, newest.figures().get(name), figure, computed)
                        .ifPresent(remarks::add)));
        return remarks;
    }

    private static Optional<Remark> compare(
            String path, @Nullable Object stated, Figure figure, List<Metric> computed) {
        if (!(stated instanceof Number)) {
            return Optional.empty();
        }
        BigDecimal counted = figure.in(computed);
        return new BigDecimal(stated.toString()).compareTo(counted) == 0
                ? Optional.empty()
                : Optional.of(new Remark(
                        path, "difference", "the source says " + stated + ", of its valid users there are " + counted));
    }

    private static boolean isEmpty(Object days) {
        return (days instanceof Map<?, ?> map && map.isEmpty()) || (days instanceof List<?> list && list.isEmpty());
    }

    private static List<Day> days(Object dailyStats) {
        List<Day> days = new ArrayList<>();
        if (dailyStats instanceof Map<?, ?> byDate) {
            byDate.forEach(
                    (date, figures) -> day(String.valueOf(date), date, figures).ifPresent(days::add));
        } else if (dailyStats instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i) instanceof Map<?, ?> figures) {
                    day(Integer.toString(i), figures.get("date"), figures).ifPresent(days::add);
                }
            }
        }
        return days;
    }

    private static Optional<Day> day(String step, @Nullable Object date, @Nullable Object figures) {
        if (!(date instanceof String text) || !(figures instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Day(DAILY_STATS + "." + step, LocalDate.parse(text), map));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What the source says of a day. */
    private record Day(String path, LocalDate date, Map<?, ?> figures) {}
}
