package dev.ferry.validate;

import dev.ferry.source.Position;

/**
 * Something that does not stop a run but that its user should know.
 *
 * @param position where it was seen first
 * @param entity the table that the records were meant for
 * @param field the field in the source's own spelling, empty where it is about no field
 * @param rule what it is about: {@code unknown-field}, {@code no-column}, {@code skip-validation},
 *     {@code source}, or a rule of the profile
 * @param message what was seen and what became of it
 * @param count how often it was seen
 */
public record Warning(Position position, String entity, String field, String rule, String message, long count) {}
