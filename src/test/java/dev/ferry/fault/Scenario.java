package dev.ferry.fault;

import dev.ferry.write.WriterChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a run meets, and how it commits.
 *
 * @param workers how many write, of a run that commits each batch; none for one that commits once
 * @param writer the lane by which it writes
 */
record Scenario(Start start, int workers, WriterChoice writer) {
    /** What the database holds before. */
    enum Start {
        /** Nothing at all. */
        EMPTY,
        /** An earlier edition of the source, which is brought up to date. */
        UPDATE,
        /** An earlier edition of the source, which goes first. */
        TRUNCATE
    }

    boolean atomic() {
        return workers == 0;
    }

    /** Whatever commits at once or in batches leaves the same, with the same traffic for any number of workers. */
    Scenario usual() {
        return atomic() ? this : new Scenario(start, 1, writer);
    }

    /** The options that ask for it. */
    List<String> options() {
        List<String> options = new ArrayList<>(List.of("--writer", writer.name().toLowerCase(Locale.ROOT)));
        if (start == Start.UPDATE) {
            options.addAll(List.of("--on-conflict", "update"));
        }
        if (start == Start.TRUNCATE) {
            options.add("--truncate");
        }
        if (atomic()) {
            options.addAll(List.of("--commit", "atomic"));
        } else {
            options.addAll(List.of("--commit", "batch", "--workers", Integer.toString(workers)));
        }
        return options;
    }

    @Override
    public String toString() {
        return (start == Start.EMPTY ? "first load" : start == Start.UPDATE ? "update" : "truncate")
                + (atomic() ? ", one commit" : ", commit by batch, workers " + workers)
                + (writer == WriterChoice.JDBC ? ", JDBC" : ", COPY");
    }
}
