package dev.ferry.write;

import dev.ferry.profile.NaturalKey;
import java.util.List;
import java.util.Optional;

/**
 * A row of the database with some of its values.
 *
 * @param id its identifier, as the entity has it
 * @param key its natural key, empty where a column of it is NULL
 * @param values the text attributes that were asked for, in that order, empty for NULL
 */
public record ReadRow(Object id, Optional<NaturalKey> key, List<Optional<String>> values) {
    public ReadRow {
        values = List.copyOf(values);
    }
}
