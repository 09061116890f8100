package dev.ferry.validate;

import dev.ferry.file.SpillFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/**
 * Every violation and warning of a run. Memory stays bounded: past {@link #LISTED} violations it keeps them in a temporary
 * file, which {@link #close} deletes.
 */
public final class ConstraintReport implements AutoCloseable {
    /** The most violations that {@link #listed} gives. */
    public static final int LISTED = 1_000;

    private final List<Violation> listed = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private final SpillFile<Violation> overflow = new SpillFile<>("ferry-violations", new ViolationForm());

    /** Adds a violation. */
    public void add(Violation violation) {
        if (listed.size() < LISTED) {
            listed.add(violation);
        } else {
            overflow.add(violation);
        }
    }

    /** Adds a warning. */
    public void warn(Warning warning) {
        warnings.add(warning);
    }

    /** How many violations there are, exactly. */
    public long violationCount() {
        return listed.size() + overflow.count();
    }

    /** The first violations, at most {@link #LISTED}. */
    public List<Violation> listed() {
        return Collections.unmodifiableList(listed);
    }

    /** Gives all violations, in the order in which they were found. */
    public void forEach(Consumer<Violation> action) {
        listed.forEach(action);
        overflow.forEach(action);
    }

    /** The warnings, in the order in which they were found. */
    public List<Warning> warnings() {
        return Collections.unmodifiableList(warnings);
    }

    @Override
    public void close() {
        overflow.close();
    }
}
