package dev.ferry.fault;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts the outcomes of rounds, by profile and kind of fault. */
final class Tally {
    private final Map<String, Map<FaultKind, long[]>> counts = new TreeMap<>();
    private boolean clean = true;

    void add(Plan plan, Outcome outcome) {
        long[] row = counts.computeIfAbsent(plan.profile(), profile -> new TreeMap<>())
                .computeIfAbsent(plan.kind(), kind -> new long[6]);
        List<Integer> add = List.of(
                1,
                outcome.landed() ? 1 : 0,
                outcome.lost().size(),
                outcome.doubled().size(),
                outcome.stuck().size(),
                outcome.wrong().size());
        for (int i = 0; i < row.length; i++) {
            row[i] += add.get(i);
        }
        clean = clean && outcome.isClean();
    }

    /** How many faults found something to strike. */
    long landed() {
        return counts.values().stream()
                .flatMap(kinds -> kinds.values().stream())
                .mapToLong(row -> row[1])
                .sum();
    }

    /** Whether nothing was lost, doubled, stuck or wrong. */
    boolean isClean() {
        return clean;
    }

    /** A row for each profile and kind of fault, and their sum. */
    String table() {
        StringBuilder text =
                new StringBuilder(row("profile", "fault", "rounds", "faults", "lost", "doubled", "stuck", "wrong"));
        long[] sum = new long[6];
        counts.forEach((profile, kinds) -> kinds.forEach((kind, row) -> {
            text.append(row(profile, kind.title(), row[0], row[1], row[2], row[3], row[4], row[5]));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += row[i];
            }
        }));
        return text.append(row("total", "", sum[0], sum[1], sum[2], sum[3], sum[4], sum[5]))
                .toString();
    }

    private static String row(Object... cells) {
        return String.format(Locale.ROOT, "%-14s %-30s %7s %7s %6s %8s %6s %6s%n", cells);
    }
}
