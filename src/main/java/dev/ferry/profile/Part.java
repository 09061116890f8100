package dev.ferry.profile;

/**
 * A part of a record that stands for rows of its own.
 *
 * @param path the path to it inside its record, its steps joined by dots, such as {@code enrolledStudents.2}; empty for the
 *     record itself
 * @param value the part, with whatever of its record its rows need
 */
public record Part<D extends Record>(String path, D value) {}
