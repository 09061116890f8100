package dev.ferry.migration;

import dev.ferry.ledger.Drift;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.migration.CatalogKeys.Foreign;
import dev.ferry.migration.CatalogKeys.Unique;
import dev.ferry.migration.Snapshot.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** Predicts, in memory and row by row, what taking runs back makes of the rows that are there now. */
@NullMarked
final class UndoModel {
    /** What a batch did to rows, as seen from outside: the run's rows before and after. */
    record Work(String run, String action, String table, List<String> keys, Snapshot before, Snapshot after) {}

    /** Ends the undo where a constraint of the database does. */
    static final class Forbidden extends RuntimeException {
        private static final long serialVersionUID = 1;

        Forbidden(String constraint) {
            super(constraint);
        }
    }

    final Map<String, Map<String, Row>> rows = new TreeMap<>();
    /** {@code run table key kind} of every row that is not as a run left it. */
    final Set<String> drift = new TreeSet<>();

    private final CatalogKeys keys;
    private final DriftPolicy policy;
    private final Map<String, Set<String>> kept = new HashMap<>();

    UndoModel(Snapshot now, CatalogKeys keys, DriftPolicy policy) {
        now.tables().forEach((table, all) -> rows.put(table, new TreeMap<>(all)));
        this.keys = keys;
        this.policy = policy;
    }

    /** Takes batches back, in this order. */
    void undo(List<Work> batches) {
        for (Work batch : batches) {
            switch (batch.action()) {
                case "INSERT" -> undoInsert(batch);
                case "UPDATE" -> undoUpdate(batch);
                default -> undoDelete(batch);
            }
        }
    }

    private void undoInsert(Work batch) {
        Set<String> left = findChanges(batch);
        Set<String> told = new HashSet<>();
        boolean foundMore = true;
        while (foundMore) {
            foundMore = false;
            for (String key : batch.keys()) {
                Row row = table(batch.table()).get(key);
                if (row != null && !left.contains(key) && named(batch, row, left)) {
                    if (told.add(key)) {
                        found(batch, key, Drift.Kind.REFERENCED);
                    }
                    if (policy != DriftPolicy.FORCE) {
                        stays(batch, key, left);
                        foundMore = true;
                    }
                }
            }
        }
        for (String key : batch.keys()) {
            if (!left.contains(key)) {
                delete(batch.table(), key);
            }
        }
        requireParents();
    }

    /** Whether a row is named by one that does not go with the same batch. */
    private boolean named(Work batch, Row row, Set<String> left) {
        for (Foreign foreign : keys.foreign()) {
            for (Map.Entry<String, Row> other : table(foreign.from()).entrySet()) {
                boolean goesToo = foreign.from().equals(batch.table())
                        && batch.keys().contains(other.getKey())
                        && !left.contains(other.getKey());
                if (foreign.to().equals(batch.table())
                        && !goesToo
                        && other.getValue().matches(foreign.columns(), row, foreign.named())) {
                    return true;
                }
            }
        }
        return false;
    }

    private void delete(String table, String key) {
        Row gone = table(table).remove(key);
        if (gone == null) {
            return;
        }
        for (Foreign foreign : keys.foreign()) {
            if (foreign.to().equals(table) && foreign.cascades()) {
                List<String> children = new ArrayList<>();
                table(foreign.from()).forEach((child, row) -> {
                    if (row.matches(foreign.columns(), gone, foreign.named())) {
                        children.add(child);
                    }
                });
                children.forEach(child -> delete(foreign.from(), child));
            }
        }
    }

    private void undoUpdate(Work batch) {
        Set<String> left = findChanges(batch);
        for (String key : batch.keys()) {
            if (!left.contains(key)) {
                put(batch, key);
            }
        }
        requireParents();
    }

    private void undoDelete(Work batch) {
        Set<String> left = new HashSet<>(kept.getOrDefault(batch.table(), Set.of()));
        for (String key : batch.keys()) {
            if (!left.contains(key) && table(batch.table()).containsKey(key)) {
                found(batch, key, Drift.Kind.ADDED);
                if (policy != DriftPolicy.FORCE) {
                    stays(batch, key, left);
                }
            }
        }
        if (policy != DriftPolicy.FORCE) {
            findObstacles(batch, left);
        }
        for (String key : batch.keys()) {
            if (!left.contains(key)) {
                put(batch, key);
            }
        }
        requireParents();
    }

    private void findObstacles(Work batch, Set<String> left) {
        for (Drift.Kind kind : List.of(Drift.Kind.TAKEN, Drift.Kind.ORPHANED)) {
            for (String key : batch.keys()) {
                Row row = Objects.requireNonNull(batch.before().row(batch.table(), key));
                boolean blocked = kind == Drift.Kind.TAKEN
                        ? clash(batch.table(), key, row) != null
                        : orphaned(batch.table(), row) != null;
                if (!left.contains(key) && blocked) {
                    found(batch, key, kind);
                    stays(batch, key, left);
                }
            }
        }
    }

    private Set<String> findChanges(Work batch) {
        Set<String> left = new HashSet<>();
        for (String key : batch.keys()) {
            Row row = table(batch.table()).get(key);
            if (row == null || !row.sameAs(batch.after().row(batch.table(), key))) {
                found(batch, key, row == null ? Drift.Kind.MISSING : Drift.Kind.CHANGED);
                if (policy == DriftPolicy.KEEP) {
                    stays(batch, key, left);
                }
            }
        }
        return left;
    }

    private void put(Work batch, String key) {
        Row row = Objects.requireNonNull(batch.before().row(batch.table(), key));
        String taken = clash(batch.table(), key, row);
        if (taken != null) {
            throw new Forbidden(taken);
        }
        table(batch.table()).put(key, row);
    }

    private @Nullable String clash(String table, String key, Row row) {
        for (Unique unique : keys.unique()) {
            if (unique.table().equals(table)) {
                for (Map.Entry<String, Row> other : table(table).entrySet()) {
                    if (!other.getKey().equals(key)
                            && row.matches(unique.columns(), other.getValue(), unique.columns())) {
                        return "unique " + table + unique.columns();
                    }
                }
            }
        }
        return null;
    }

    private @Nullable String orphaned(String table, Row row) {
        for (Foreign foreign : keys.foreign()) {
            if (foreign.from().equals(table)
                    && foreign.columns().stream()
                            .noneMatch(column -> row.values().get(column) == null)
                    && parents(foreign).stream()
                            .noneMatch(parent -> row.matches(foreign.columns(), parent, foreign.named()))) {
                return "foreign " + foreign.from() + foreign.columns();
            }
        }
        return null;
    }

    private Collection<Row> parents(Foreign foreign) {
        return table(foreign.to()).values();
    }

    /** What the database checks at the end of a statement. */
    private void requireParents() {
        rows.forEach((table, all) -> all.values().forEach(row -> {
            String orphaned = orphaned(table, row);
            if (orphaned != null) {
                throw new Forbidden(orphaned);
            }
        }));
    }

    private Map<String, Row> table(String name) {
        return Objects.requireNonNull(rows.get(name));
    }

    private void found(Work batch, String key, Drift.Kind kind) {
        drift.add(batch.run() + " " + batch.table() + " '" + key + "' " + kind);
    }

    private void stays(Work batch, String key, Set<String> left) {
        left.add(key);
        kept.computeIfAbsent(batch.table(), table -> new HashSet<>()).add(key);
    }

    Map<String, Map<String, String>> images() {
        return new Snapshot(rows, List.of(), List.of()).images();
    }
}
