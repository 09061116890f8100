package dev.ferry.migration;

import dev.ferry.ledger.BatchPlace;
import dev.ferry.ledger.EntityCount;
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
    private final DefaultStep<E> step;
    private final Table<E> table;
    private final List<E> rows;
    private final Tally tally;
    private final PreviewNotes notes;

    DefaultRun(RunContext run, DefaultStep<E> step, Tally tally, PreviewNotes notes) {
        this.run = run;
        this.step = step;
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
        run.target().land(new BatchPlace(run.number(step), 1), new DefaultRows(keys, known, place));
        run.target().settle();
    }

    /** The rows on their way into the target; what comes of them is what the table got. */
    private final class DefaultRows implements BatchWork<EntityCount> {
        private final List<NaturalKey> keys;
        private final TableKeys<E> known;
        private final long place;

        DefaultRows(List<NaturalKey> keys, TableKeys<E> known, long place) {
            this.keys = keys;
            this.known = known;
            this.place = place;
        }

        @Override
        public EntityCount land(TargetRows target) {
            Tally count = new Tally(table.name());
            if (target.isEmpty(table)) {
                target.meetOwn(table, meetings(Collections.nCopies(keys.size(), Optional.empty())));
                write(target);
                count.inserted = rows.size();
            } else {
                List<Optional<FoundRow>> there = target.find(table, table.key(), keys);
                // A table that others filled needs no default rows.
                target.meetOwn(
                        table,
                        meetings(there).stream()
                                .filter(meeting -> meeting.row().isPresent())
                                .toList());
                long present = there.stream().flatMap(Optional::stream).count();
                if (run.options().onConflict() == OnConflict.UPDATE) {
                    count.unchanged = present;
                } else {
                    count.skipped = present;
                }
            }
            return count.count();
        }

        private List<Meeting<E>> meetings(List<Optional<FoundRow>> there) {
            return IntStream.range(0, rows.size())
                    .mapToObj(i -> new Meeting<>(i, rows.get(i), keys.get(i), there.get(i)))
                    .toList();
        }

        private void write(TargetRows target) {
            for (Refusal refusal : target.write(table, List.of(new RecordRows<>(rows, List.of(), List.of())))) {
                throw new IllegalStateException(
                        "the default rows of " + table.name() + " cannot be written: " + refusal.reason());
            }
        }

        @Override
        public List<EntityCount> counts(EntityCount landed) {
            return List.of(landed);
        }

        @Override
        public void settle(EntityCount landed) {
            tally.add(landed);
            if (landed.inserted() > 0) {
                keys.forEach(notes::inserted);
                keys.forEach(key -> known.natural().add(key, place));
            }
        }

        @Override
        public void recall(TargetRows target, List<EntityCount> counts) {
            settle(counts.get(0));
        }
    }
}
