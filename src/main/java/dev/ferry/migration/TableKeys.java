package dev.ferry.migration;

import dev.ferry.migration.SourceKeys.Holder;
import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.UniqueKey;
import dev.ferry.validate.KeyIndex;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/** The keys that a table gets from the source, for all steps that fill it. */
final class TableKeys<E> {
    /** A section is smaller than 2<sup>54</sup> bytes; a step's number stands above its offsets. */
    private static final int OFFSET_BITS = 54;

    /** What is left for numbers of steps, since {@link KeyIndex} needs the two highest bits. */
    private static final int MOST_STEPS = 1 << (62 - OFFSET_BITS);

    private static final long OFFSET = (1L << OFFSET_BITS) - 1;

    private final KeyIndex natural = new KeyIndex();
    private final Map<List<String>, KeyIndex> unique = new HashMap<>();
    private final List<LongFunction<List<Holder<E>>>> steps = new ArrayList<>();

    /** The natural keys. */
    KeyIndex natural() {
        return natural;
    }

    /** The values of a unique key. */
    KeyIndex unique(UniqueKey<E> key) {
        return unique.computeIfAbsent(
                key.attributes().stream().<String>map(KeyAttribute::name).toList(), any -> new KeyIndex());
    }

    /**
     * Adds a step that fills the table; gives its number.
     *
     * @param holders gives the rows of an offset again, those of all parts where a record has parts
     */
    int join(LongFunction<List<Holder<E>>> holders) {
        if (steps.size() == MOST_STEPS) {
            throw new IllegalStateException("a table must be filled by at most " + MOST_STEPS + " steps");
        }
        steps.add(holders);
        return steps.size() - 1;
    }

    /** Where a step's record is found again, among those of all steps. */
    static long place(int step, long offset) {
        return ((long) step << OFFSET_BITS) | offset;
    }

    /** The rows at a place. */
    List<Holder<E>> holders(long place) {
        return steps.get((int) (place >>> OFFSET_BITS)).apply(place & OFFSET);
    }
}
