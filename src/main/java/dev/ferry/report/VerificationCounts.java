package dev.ferry.report;

import dev.ferry.migration.VerifiedEntity;
import dev.ferry.report.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What a verification found, per table and in total; columns that say nothing are left out. */
final class VerificationCounts {
    private static final Set<String> ALWAYS = Set.of("read", "matching", "missing", "different");

    private static final List<Count> COUNTS = List.of(
            new Count("read", VerifiedEntity::read),
            new Count("filtered", VerifiedEntity::filtered),
            new Count("rejected", VerifiedEntity::rejected),
            new Count("matching", VerifiedEntity::matching),
            new Count("missing", VerifiedEntity::missing),
            new Count("different", VerifiedEntity::different),
            new Count("unexpected", VerifiedEntity::unexpected));

    private VerificationCounts() {}

    static Table of(List<VerifiedEntity> entities) {
        List<Count> shown = COUNTS.stream()
                .filter(count -> ALWAYS.contains(count.title()) || total(entities, count.of()) != 0)
                .toList();
        List<Column> columns = new ArrayList<>(List.of(Column.words("table")));
        shown.forEach(count -> columns.add(Column.number(count.title())));
        List<List<String>> rows = new ArrayList<>();
        entities.forEach(entity -> rows.add(row(Visible.text(entity.entity()), shown, of -> of.applyAsLong(entity))));
        if (entities.size() > 1) {
            rows.add(row("total", shown, of -> total(entities, of)));
        }
        return new Table(columns, rows);
    }

    /** A count over all tables. */
    static long total(List<VerifiedEntity> entities, ToLongFunction<VerifiedEntity> count) {
        return entities.stream().mapToLong(count).sum();
    }

    private static List<String> row(
            String name, List<Count> shown, ToLongFunction<ToLongFunction<VerifiedEntity>> value) {
        List<String> row = new ArrayList<>(List.of(name));
        shown.forEach(count -> row.add(Quantity.count(value.applyAsLong(count.of()))));
        return row;
    }

    /** One of the counts, under its name in a {@link VerifiedEntity}. */
    private record Count(String title, ToLongFunction<VerifiedEntity> of) {}
}
