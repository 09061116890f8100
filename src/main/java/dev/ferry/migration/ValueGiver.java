package dev.ferry.migration;

import dev.ferry.migration.FirstPass.Mapped;
import dev.ferry.profile.Allocation;
import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.validate.KeyIndex;
import dev.ferry.write.FoundRow;
import dev.ferry.write.ReadRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Gives the values of one allocation out, in source order, each once; what a batch is does not matter. Two values may share a
 * hash: then the later one is taken for given, and its row gets a variant.
 */
final class ValueGiver<E> {
    /** Variants that are asked for at once. */
    private static final int WINDOW = 16;

    /** Variants that are asked for beyond one for each row: those that earlier runs may have given out. */
    private static final int AHEAD = 4;

    /** Variants among which one is looked for that a row has. */
    private static final int MOST_VARIANTS = 10_000;

    private final Table<E> table;
    private final Allocation<E> allocation;
    private final Target target;
    private final UniqueKey<E> unique;
    private final KeyIndex given;
    /** The last number that was tried for a wanted value; those before it are taken for good. */
    private final Map<String, Integer> tried = new HashMap<>();

    private Map<String, Boolean> inTarget = Map.of();

    /** @param given the values that were given out in this run, for all steps that fill the table */
    ValueGiver(Table<E> table, Allocation<E> allocation, Target target, KeyIndex given) {
        this.table = table;
        this.allocation = allocation;
        this.target = target;
        this.given = given;
        this.unique =
                new UniqueKey<>("", List.of(new KeyAttribute<>(allocation.attribute(), allocation.wanted()::apply)));
    }

    /**
     * The values of a batch's rows; none for a row that goes without.
     *
     * @param there the rows that are there already
     * @param index the number of the value among those that were read of them
     */
    List<Optional<String>> give(List<Mapped<E>> rows, List<Optional<ReadRow>> there, int index) {
        inTarget = new HashMap<>();
        List<Optional<String>> wanted = rows.stream()
                .map(mapped -> Optional.ofNullable(allocation.wanted().apply(mapped.row())))
                .toList();
        List<Optional<String>> kept = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            kept.add(kept(wanted.get(i), there.get(i), index));
        }
        look(IntStream.range(0, rows.size())
                .filter(i -> kept.get(i).isEmpty())
                .mapToObj(wanted::get)
                .flatMap(Optional::stream)
                .distinct()
                .toList());
        lookAhead(IntStream.range(0, rows.size())
                .filter(i -> kept.get(i).isEmpty())
                .mapToObj(wanted::get)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting())));
        List<Optional<String>> values = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Optional<String> want = wanted.get(i);
            values.add(kept.get(i).or(() -> want.flatMap(this::next)));
        }
        return values;
    }

    /**
     * Asks for the variants that a batch will try, all at once: one question for each value would be many.
     *
     * @param wanted how many rows want each value
     */
    private void lookAhead(Map<String, Long> wanted) {
        List<String> variants = new ArrayList<>();
        wanted.forEach((value, rows) -> {
            if (rows > 1 || isTaken(value)) {
                int first = Math.max(1, tried.getOrDefault(value, 0));
                IntStream.range(first, first + AHEAD + rows.intValue())
                        .mapToObj(number -> variant(value, number))
                        .flatMap(Optional::stream)
                        .forEach(variants::add);
            }
        });
        look(variants);
    }

    /** Whether a value is gone that was asked for already. */
    private boolean isTaken(String value) {
        return given.standing(NaturalKey.of(value)) != KeyIndex.Standing.ABSENT || inTarget.getOrDefault(value, false);
    }

    /** What a row has already, where it keeps that. */
    private Optional<String> kept(Optional<String> wanted, Optional<ReadRow> row, int index) {
        return row.flatMap(there -> there.values()
                .get(index)
                .filter(value -> wanted.filter(want -> want.equals(value) || keeps(there.id(), value, want))
                        .isPresent()));
    }

    private boolean keeps(Object id, String value, String want) {
        return allocation.keeps().test(value, want)
                && (target.isFromAnotherTime(table, id)
                        || IntStream.rangeClosed(1, MOST_VARIANTS)
                                .mapToObj(number -> variant(want, number))
                                .takeWhile(Optional::isPresent)
                                .anyMatch(Optional.of(value)::equals));
    }

    private Optional<String> next(String wanted) {
        int number = tried.getOrDefault(wanted, 0);
        Optional<String> value = variant(wanted, number);
        while (value.isPresent() && isTaken(value.get(), wanted, number)) {
            number++;
            value = variant(wanted, number);
        }
        if (number > 0) {
            tried.put(wanted, number);
        }
        value.ifPresent(free -> given.add(NaturalKey.of(free), 0));
        return value;
    }

    private Optional<String> variant(String wanted, int number) {
        return number == 0 ? Optional.of(wanted) : allocation.variant().apply(wanted, number);
    }

    private boolean isTaken(String value, String wanted, int number) {
        if (given.standing(NaturalKey.of(value)) != KeyIndex.Standing.ABSENT) {
            return true;
        }
        if (!inTarget.containsKey(value)) {
            look(IntStream.range(Math.max(1, number), number + WINDOW)
                    .mapToObj(n -> variant(wanted, n))
                    .flatMap(Optional::stream)
                    .toList());
        }
        return inTarget.getOrDefault(value, false);
    }

    private void look(List<String> values) {
        List<NaturalKey> keys = values.stream().map(NaturalKey::of).toList();
        List<Optional<FoundRow>> holders = target.find(table, unique, keys);
        for (int i = 0; i < values.size(); i++) {
            inTarget.put(values.get(i), holders.get(i).isPresent());
        }
    }
}
