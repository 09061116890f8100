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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Gives the values of one allocation out, in source order, each once; what a batch is does not matter. Two values may share a
 * hash: then the later one is taken for given, and its row gets a variant.
 */
final class ValueGiver<E> {
    /** Variants that are asked for at once. */
    private static final int WINDOW = 16;

    private final Table<E> table;
    private final Allocation<E> allocation;
    private final Target target;
    private final UniqueKey<E> unique;
    private final KeyIndex given = new KeyIndex();
    /** The last number that was tried for a wanted value; those before it are taken for good. */
    private final Map<String, Integer> tried = new HashMap<>();

    private Map<String, Boolean> inTarget = Map.of();

    ValueGiver(Table<E> table, Allocation<E> allocation, Target target) {
        this.table = table;
        this.allocation = allocation;
        this.target = target;
        this.unique =
                new UniqueKey<>("", List.of(new KeyAttribute<>(allocation.attribute(), allocation.wanted()::apply)));
    }

    /**
     * The values of a batch's rows.
     *
     * @param there the rows that are there already, which keep their values
     * @param index the number of the value among those that were read of them
     */
    List<String> give(List<Mapped<E>> rows, List<Optional<ReadRow>> there, int index) {
        inTarget = new HashMap<>();
        List<String> wanted = rows.stream()
                .map(mapped -> allocation.wanted().apply(mapped.row()))
                .toList();
        look(IntStream.range(0, rows.size())
                .filter(i ->
                        there.get(i).flatMap(row -> row.values().get(index)).isEmpty())
                .mapToObj(wanted::get)
                .distinct()
                .toList());
        List<String> values = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String value = wanted.get(i);
            values.add(there.get(i).flatMap(row -> row.values().get(index)).orElseGet(() -> next(value)));
        }
        return values;
    }

    private String next(String wanted) {
        int number = tried.getOrDefault(wanted, 0);
        String value = number == 0 ? wanted : allocation.variant().apply(wanted, number);
        while (isTaken(value, wanted, number)) {
            number++;
            value = allocation.variant().apply(wanted, number);
        }
        if (number > 0) {
            tried.put(wanted, number);
        }
        given.add(NaturalKey.of(value), 0);
        return value;
    }

    private boolean isTaken(String value, String wanted, int number) {
        if (given.standing(NaturalKey.of(value)) != KeyIndex.Standing.ABSENT) {
            return true;
        }
        if (!inTarget.containsKey(value)) {
            look(IntStream.range(Math.max(1, number), number + WINDOW)
                    .mapToObj(n -> allocation.variant().apply(wanted, n))
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
