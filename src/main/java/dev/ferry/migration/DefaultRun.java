package dev.ferry.migration;

import dev.ferry.profile.DefaultStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Table;
import dev.ferry.write.FoundRow;
import dev.ferry.write.Writer.RecordRows;
import dev.ferry.write.Writer.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Gives a table its default rows while it has none. */
final class DefaultRun<E> {
    private final RunContext run;
    private final Table<E> table;
    private final List<E> rows;
    private final Tally tally;
    private final PreviewNotes notes;

    DefaultRun(RunContext run, DefaultStep<E> step, Tally tally, PreviewNotes notes) {
        this.run = run;
        this.table = step.table();
        this.rows = List.copyOf(step.rows().get());
        this.tally = tally;
        this.notes = notes;
    }

    void run() {
        List<NaturalKey> keys =
                rows.stream().map(row -> table.key().of(row).orElseThrow()).toList();
        TableKeys<E> known = run.keysOf(table);
        long place = TableKeys.place(known.join(offset -> List.of()), 0);
        if (run.target().isEmpty(table)) {
            run.target().meetOwn(table, meetings(keys, Collections.nCopies(keys.size(), Optional.empty())));
            write(keys);
            keys.forEach(key -> known.natural().add(key, place));
        } else {
            List<Optional<FoundRow>> there = run.target().find(table, table.key(), keys);
            // A table that others filled needs no default rows.
            run.target()
                    .meetOwn(
                            table,
                            meetings(keys, there).stream()
                                    .filter(meeting -> meeting.row().isPresent())
                                    .toList());
            long present = there.stream().flatMap(Optional::stream).count();
            if (run.options().onConflict() == OnConflict.UPDATE) {
                tally.unchanged += present;
            } else {
                tally.skipped += present;
            }
        }
    }

    private List<Meeting<E>> meetings(List<NaturalKey> keys, List<Optional<FoundRow>> there) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> new Meeting<>(i, rows.get(i), keys.get(i), there.get(i)))
                .toList();
    }

    private void write(List<NaturalKey> keys) {
        List<Refusal> refusals = run.target().write(table, List.of(new RecordRows<>(rows, List.of(), List.of())));
        for (Refusal refusal : refusals) {
            throw new IllegalStateException(
                    "the default rows of " + table.name() + " cannot be written: " + refusal.reason());
        }
        tally.inserted += rows.size();
        keys.forEach(notes::inserted);
    }
}
