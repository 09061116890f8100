package dev.ferry.migration;

import dev.ferry.failure.RefusalException;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.ReferenceStep;
import dev.ferry.profile.Table;
import dev.ferry.validate.KeyIndex;
import dev.ferry.write.FoundRow;
import dev.ferry.write.ParentRows;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives a table those of its reference rows that it lacks. */
final class ReferenceRun<E> {
    private final RunContext run;
    private final ReferenceStep<E> step;
    private final Table<E> table;
    private final Tally tally;

    ReferenceRun(RunContext run, ReferenceStep<E> step, Tally tally) {
        this.run = run;
        this.step = step;
        this.table = step.table();
        this.tally = tally;
    }

    void run() {
        ParentRows parents = run.target().references(step.parents(), Map.of());
        List<E> rows = List.copyOf(step.rows().apply(parents));
        List<NaturalKey> keys =
                rows.stream().map(row -> table.key().of(row).orElseThrow()).toList();
        know(rows, keys, parents);
        List<Optional<FoundRow>> there = run.target().find(table, table.key(), keys);
        List<E> missing = new ArrayList<>();
        List<Meeting<E>> meetings = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            meetings.add(new Meeting<>(i, rows.get(i), parents.byNaturalKeys(keys.get(i)), there.get(i)));
            if (there.get(i).isEmpty()) {
                missing.add(rows.get(i));
            }
        }
        run.target().meetOwn(table, meetings);
        for (Refusal refusal : run.target().write(table, List.of(new RecordRows<>(missing, List.of(), List.of())))) {
            throw new RefusalException(
                    "the reference data of " + table.name() + " cannot be written: " + refusal.reason(),
                    "a row that was made or changed by other means is in its way: remove it, or give it the key that the"
                            + " profile has for it");
        }
        tally.inserted += missing.size();
        tally.skipped += rows.size() - missing.size();
    }

    /** Tells later steps of the rows. */
    private void know(List<E> rows, List<NaturalKey> keys, ParentRows parents) {
        TableKeys<E> known = run.keysOf(table);
        KeyIndex natural = known.natural();
        long place = TableKeys.place(known.join(offset -> List.of()), 0);
        for (int i = 0; i < rows.size(); i++) {
            NaturalKey key = parents.byNaturalKeys(keys.get(i));
            natural.add(key, place);
            run.target().remember(table, key, rows.get(i));
        }
    }
}
