package dev.ferry.report;

import dev.ferry.ledger.EntityCount;
import dev.ferry.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What became of the records, per table and in total; columns that say nothing are left out. */
final class CountTable {
    private static final List<Count> COUNTS = List.of(
            new Count("read", EntityCount::read),
            new Count("filtered", EntityCount::filtered),
            new Count("valid", EntityCount::valid),
            new Count("rejected", EntityCount::rejected),
            new Count("inserted", EntityCount::inserted),
            new Count("updated", EntityCount::updated),
            new Count("unchanged", EntityCount::unchanged),
            new Count("skipped", EntityCount::skipped),
            new Count("deleted", EntityCount::deleted));

    private CountTable() {}

    /** For a run: always what was read, valid, rejected and inserted; the other counts where there are any. */
    static Table ofRun(List<EntityCount> entities) {
        return of(entities, Set.of("read", "valid", "rejected", "inserted"));
    }

    /** For a check that writes nothing: always what was read, valid and rejected. */
    static Table ofCheck(List<EntityCount> entities) {
        return of(entities, Set.of("read", "valid", "rejected"));
    }

    /** For a rollback: always what was deleted; the other counts where there are any. */
    static Table ofRollback(List<EntityCount> entities) {
        return of(entities, Set.of("deleted"));
    }

    /** For a restore: always what was inserted and deleted; the other counts where there are any, but what was read. */
    static Table ofRestore(List<EntityCount> entities) {
        return of(
                entities.stream()
                        .map(count -> new EntityCount(
                                count.entity(),
                                0,
                                0,
                                0,
                                0,
                                count.inserted(),
                                count.updated(),
                                count.unchanged(),
                                count.skipped(),
                                count.deleted()))
                        .toList(),
                Set.of("inserted", "deleted"));
    }

    private static Table of(List<EntityCount> entities, Set<String> always) {
        List<Count> shown = COUNTS.stream()
                .filter(count -> always.contains(count.title()) || count.total(entities) != 0)
                .toList();
        List<Column> columns = new ArrayList<>(List.of(Column.words("table")));
        shown.forEach(count -> columns.add(Column.number(count.title())));
        List<List<String>> rows = new ArrayList<>();
        for (EntityCount entity : entities) {
            rows.add(row(
                    Visible.text(entity.entity()), shown, count -> count.of().applyAsLong(entity)));
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

    /** One of the counts, under its name in an {@link EntityCount}. */
    private record Count(String title, ToLongFunction<EntityCount> of) {
        private long total(List<EntityCount> entities) {
            return entities.stream().mapToLong(of).sum();
        }
    }
}
