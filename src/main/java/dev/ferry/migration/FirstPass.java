package dev.ferry.migration;

import dev.ferry.migration.SectionReader.Pass;
import dev.ferry.profile.Allocation;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Remark;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.validate.KeyIndex;
import dev.ferry.write.ParentRows;
import dev.ferry.write.ReadRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Decides, before the first batch, what depends on more than one record: which rows of the target are the same thing under
 * another natural key, and the values that are given out in source order. Does nothing for tables without either.
 *
 * <p>Keeps only what differs from what a mapping gives by itself.
 */
final class FirstPass<R extends Record, D extends Record, E> {
    private final RunContext run;
    private final RecordMapper<R, D, E> mapper;
    private final Table<E> table;
    private final Reading<R, D> reading;
    private final KeyIndex sourceKeys = new KeyIndex();
    private final Adoptions adoptions = new Adoptions();
    private final Set<Object> adopted = new HashSet<>();
    private final List<ValueGiver<E>> givers = new ArrayList<>();
    private final Map<NaturalKey, List<Optional<String>>> given = new HashMap<>();

    FirstPass(RunContext run, EntityStep<D, E> step, Reading<R, D> reading, RecordMapper<R, D, E> mapper) {
        this.run = run;
        this.mapper = mapper;
        this.table = step.table();
        this.reading = reading;
        table.allocations()
                .forEach(allocation -> givers.add(
                        new ValueGiver<>(table, allocation, run.target(), run.supply(table, allocation.attribute()))));
    }

    /** A row as it is mapped, with its key. */
    record Mapped<E>(NaturalKey key, E row) {}

    /** Whether a table has anything to decide. */
    static boolean isNeeded(Table<?> table) {
        return !table.fallbacks().isEmpty() || !table.allocations().isEmpty();
    }

    void run() {
        if (!table.fallbacks().isEmpty()) {
            forEachBatch(rows -> rows.forEach(mapped -> sourceKeys.add(mapped.key(), 0)));
        }
        if (isNeeded(table)) {
            KeyIndex seen = new KeyIndex();
            // A record whose key was there before is going to be rejected.
            forEachBatch(rows -> decide(rows.stream()
                    .filter(mapped -> seen.add(mapped.key(), 0).isEmpty())
                    .toList()));
        }
    }

    /** Rows that are found by a fallback key; filled by {@link #run}. */
    Adoptions adoptions() {
        return adoptions;
    }

    /** Sets the values that a candidate's rows are given; tells of those that are not what they wanted. */
    List<Remark> give(Candidate<D, E> candidate, ParentRows parents) {
        List<Remark> remarks = new ArrayList<>();
        if (given.isEmpty()) {
            return remarks;
        }
        for (E row : candidate.rows()) {
            List<Optional<String>> values = table.key()
                    .of(row)
                    .map(parents::byNaturalKeys)
                    .map(given::get)
                    .orElse(null);
            for (int i = 0; values != null && i < values.size(); i++) {
                Allocation<E> allocation = table.allocations().get(i);
                Optional<String> wanted =
                        Optional.ofNullable(allocation.wanted().apply(row));
                if (!wanted.equals(values.get(i))) {
                    allocation.give().accept(row, values.get(i).orElse(null));
                    Optional.ofNullable(allocation.remark()).ifPresent(remarks::add);
                }
            }
        }
        return remarks;
    }

    private void forEachBatch(Consumer<List<Mapped<E>>> action) {
        run.reader(reading).forEachBatch(Pass.QUIET, records -> {
            RecordMapper.Mapped<D, E> mapped = mapper.map(records);
            List<Mapped<E>> rows = new ArrayList<>();
            for (Candidate<D, E> candidate : mapped.candidates()) {
                candidate
                        .rows()
                        .forEach(row -> table.key()
                                .of(row)
                                .ifPresent(key ->
                                        rows.add(new Mapped<>(mapped.parents().byNaturalKeys(key), row))));
            }
            action.accept(rows);
        });
    }

    private void decide(List<Mapped<E>> rows) {
        List<Optional<ReadRow>> there = new ArrayList<>(read(
                table.key(),
                rows.stream().map(mapped -> table.key().of(mapped.row())).toList()));
        for (UniqueKey<E> fallback : table.fallbacks()) {
            adopt(fallback, rows, there);
        }
        List<List<Optional<String>>> values = new ArrayList<>();
        for (int i = 0; i < givers.size(); i++) {
            values.add(givers.get(i).give(rows, there, i));
        }
        for (int row = 0; row < rows.size(); row++) {
            keep(rows.get(row), values, row);
        }
    }

    private void adopt(UniqueKey<E> fallback, List<Mapped<E>> rows, List<Optional<ReadRow>> there) {
        List<Optional<NaturalKey>> asked = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            asked.add(
                    there.get(i).isPresent()
                            ? Optional.empty()
                            : fallback.of(rows.get(i).row()));
        }
        List<Optional<ReadRow>> found = read(fallback, asked);
        for (int i = 0; i < rows.size(); i++) {
            Optional<ReadRow> row = found.get(i)
                    .filter(other -> other.key().map(sourceKeys::standing).orElse(KeyIndex.Standing.ABSENT)
                            == KeyIndex.Standing.ABSENT)
                    .filter(other -> adopted.add(other.id()));
            if (row.isPresent()) {
                there.set(i, row);
                adoptions.add(rows.get(i).key(), row.get().id());
                run.target().adopt(table.entity(), rows.get(i).key(), row.get().id());
            }
        }
    }

    /** The rows of these keys, in their order; none where there is no key. */
    private List<Optional<ReadRow>> read(UniqueKey<E> unique, List<Optional<NaturalKey>> keys) {
        List<String> attributes =
                table.allocations().stream().map(Allocation::attribute).toList();
        List<NaturalKey> asked = keys.stream().flatMap(Optional::stream).toList();
        List<Optional<ReadRow>> answers = run.target().read(table, unique, asked, attributes);
        List<Optional<ReadRow>> rows = new ArrayList<>();
        int next = 0;
        for (Optional<NaturalKey> key : keys) {
            rows.add(key.isPresent() ? answers.get(next++) : Optional.empty());
        }
        return rows;
    }

    private void keep(Mapped<E> mapped, List<List<Optional<String>>> values, int row) {
        List<Optional<String>> ofRow =
                values.stream().map(column -> column.get(row)).toList();
        List<Optional<String>> wanted = table.allocations().stream()
                .map(allocation -> Optional.ofNullable(allocation.wanted().apply(mapped.row())))
                .toList();
        if (!ofRow.equals(wanted)) {
            given.put(mapped.key(), ofRow);
        }
    }
}
