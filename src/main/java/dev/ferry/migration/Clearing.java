package dev.ferry.migration;

import dev.ferry.ledger.EntityCount;
import dev.ferry.profile.Table;
import java.util.List;
import java.util.stream.IntStream;

/** Empties tables, those first that refer to others. */
final class Clearing implements BatchWork<List<Long>> {
    private final List<Table<?>> tables;
    private final Passage passage;

    Clearing(List<Table<?>> tables, Passage passage) {
        this.tables = List.copyOf(tables);
        this.passage = passage;
    }

    @Override
    public List<Long> land(TargetRows rows) {
        return rows.clear(tables);
    }

    @Override
    public List<EntityCount> counts(List<Long> landed) {
        return IntStream.range(0, tables.size())
                .mapToObj(i -> new EntityCount(tables.get(i).name(), 0, 0, 0, 0, 0, 0, 0, 0, landed.get(i)))
                .toList();
    }

    @Override
    public void settle(List<Long> landed) {
        counts(landed).forEach(passage::deleted);
    }

    @Override
    public void recall(TargetRows rows, List<EntityCount> counts) {
        counts.forEach(passage::deleted);
    }
}
