package dev.ferry.write;

import java.util.List;

/**
 * A row that is in the database already.
 *
 * @param id its identifier, as the entity has it
 * @param differing the columns whose values differ from the entity's; empty where values were not compared
 */
public record FoundRow(Object id, List<String> differing) {
    public FoundRow {
        differing = List.copyOf(differing);
    }
}
