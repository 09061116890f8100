package dev.ferry.bind;

import dev.ferry.source.Position;
import java.util.List;

/**
 * One reason why a record cannot be bound to its DTO.
 *
 * @param position the place of the value that is wrong
 * @param path member names and array indexes from the record's root to that value
 * @param rule the rule that is broken: {@code type}, {@code syntax}, {@code duplicate-key}, {@code unsupported-character},
 *     {@code limit}
 * @param message what is wrong, with the value allowed
 * @param value the value seen, shortened to what a person can read
 */
public record Problem(Position position, List<String> path, String rule, String message, String value) {
    public Problem {
        path = List.copyOf(path);
    }
}
