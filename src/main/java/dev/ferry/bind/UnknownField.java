package dev.ferry.bind;

import dev.ferry.source.Position;
import java.util.List;

/**
 * A field that records carry and their DTO does not know.
 *
 * @param path the path to it inside a record, with {@code *} for array indexes and map keys; {@code *} alone for all that come after
 *     the first 1,000 different paths
 * @param first where it was seen first
 * @param count how often it was seen
 */
public record UnknownField(List<String> path, Position first, long count) {
    public UnknownField {
        path = List.copyOf(path);
    }
}
