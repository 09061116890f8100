package dev.ferry.migration;

import dev.ferry.profile.NaturalKey;
import dev.ferry.write.FoundRow;
import java.util.List;
import java.util.Optional;

/**
 * A row to write, and the row of the target that has its natural key.
 *
 * @param candidate the index of its record in the batch
 * @param row the row that is there already; where the run updates, with the columns that differ
 */
record Meeting<E>(int candidate, E entity, NaturalKey key, Optional<FoundRow> row) {
    boolean isInsert() {
        return row.isEmpty();
    }

    boolean isUpdate() {
        return !differing().isEmpty();
    }

    /** The columns in which the row that is there differs. */
    List<String> differing() {
        return row.map(FoundRow::differing).orElse(List.of());
    }
}
