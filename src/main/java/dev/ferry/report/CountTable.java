package dev.ferry.report;

import dev.ferry.ledger.EntityCount;
import dev.ferry.report.Table.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What became of the records, per table and in total; columns that say nothing are left out. */
final class CountTable {
    private CountTable() {}

    /** For a run: always what was read, valid, rejected and inserted; the other counts where there are any. */
    static Table ofRun(List<EntityCount> entities) {
        return of(entities, Set.of(Count.READ, Count.VALID, Count.REJECTED, Count.INSERTED));
    }

    /** For a check that writes nothing: always what was read, valid and rejected. */
    static Table ofCheck(List<EntityCount> entities) {
        return of(entities, Set.of(Count.READ, Count.VALID, Count.REJECTED));
    }

    /** For a rollback: always what was deleted; the other counts where there are any. */
    static Table ofRollback(List<EntityCount> entities) {
        return of(entities, Set.of(Count.DELETED));
    }

    private static Table of(List<EntityCount> entities, Set<Count> always) {
        List<Count> shown = Arrays.stream(Count.values())
                .filter(count -> always.contains(count) || count.total(entities) != 0)
                .toList();
        List<Column> columns = new ArrayList<>(List.of(Column.words("table")));
        shown.forEach(count -> columns.add(Column.number(count.title)));
        List<List<String>> rows = new ArrayList<>();
        for (EntityCount entity : entities) {
            rows.add(row(Visible.text(entity.entity()), shown, count -> count.of.applyAsLong(entity)));
        }
        if (entities.size() > 1) {
            rows.add(row("total", shown, count -> count.total(entities)));
        }
        return new Table(columns, rows);
    }

    private static List<String> row(String name, List<Count> shown, ToLongFunction<Count> value) {
        List<String> row = new ArrayList<>(List.of(name));
        shown.forEach(count -> row.add(Quantity.count(value.applyAsLong(count))));
        return row;
    }

    private enum Count {
        READ("read", EntityCount::read),
        FILTERED("filtered", EntityCount::filtered),
        VALID("valid", EntityCount::valid),
        REJECTED("rejected", EntityCount::rejected),
        INSERTED("inserted", EntityCount::inserted),
        UPDATED("updated", EntityCount::updated),
        UNCHANGED("unchanged", EntityCount::unchanged),
        SKIPPED("skipped", EntityCount::skipped),
        DELETED("deleted", EntityCount::deleted);

        private final String title;
        private final transient ToLongFunction<EntityCount> of;

        Count(String title, ToLongFunction<EntityCount> of) {
            this.title = title;
            this.of = of;
        }

        private long total(List<EntityCount> entities) {
            return entities.stream().mapToLong(of).sum();
        }
    }
}
