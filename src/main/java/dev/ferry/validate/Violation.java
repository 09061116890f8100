package dev.ferry.validate;

import dev.ferry.source.Position;

/**
 * One rule that one record breaks.
 *
 * @param position the place of the value that is wrong
 * @param entity the table that the record was meant for
 * @param id the record's identity
 * @param field the field in the source's own spelling, with a path where it is nested; empty for the record as a whole
 * @param constraint the rule's name: a Bean Validation constraint ({@code Pattern}), or {@code type}, {@code syntax},
 *     {@code duplicate-key}, {@code unsupported-character}, {@code limit}, {@code reference}, {@code unique},
 *     {@code conflict}, {@code target}
 * @param message what is wrong, with the value allowed
 * @param value the value seen, shortened to what a person can read
 */
public record Violation(
        Position position, String entity, String id, String field, String constraint, String message, String value) {}
