package dev.ferry.verify;

import dev.ferry.file.SpillFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every difference that a verification found. Memory stays bounded: past {@link #LISTED} it keeps them in a temporary file, which
 * {@link #close} deletes.
 */
public final class DifferenceReport implements AutoCloseable {
    /** The most differences that {@link #listed} gives. */
    public static final int LISTED = 1_000;

    private final List<Difference> listed = new ArrayList<>();
    private final SpillFile<Difference> overflow = new SpillFile<>("ferry-differences", new DifferenceForm());

    /** Adds a difference. */
    public void add(Difference difference) {
        if (listed.size() < LISTED) {
            listed.add(difference);
        } else {
            overflow.add(difference);
        }
    }

    /** How many there are, exactly. */
    public long count() {
        return listed.size() + overflow.count();
    }

    /** The first, at most {@link #LISTED}. */
    public List<Difference> listed() {
        return Collections.unmodifiableList(listed);
    }

    /** Gives all of them, in the order in which they were found. */
    public void forEach(Consumer<Difference> action) {
        listed.forEach(action);
        overflow.forEach(action);
    }

    @Override
    public void close() {
        overflow.close();
    }
}
