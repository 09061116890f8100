package dev.ferry.verify;

import dev.ferry.source.Position;
import java.util.Optional;

/**
 * One way in which the database is not what a source maps to.
 *
 * @param kind what is wrong
 * @param entity the row's table
 * @param id the row's natural key, for people
 * @param column the column that differs; empty where it is the row as a whole
 * @param expected PostgreSQL's text form of the value that the source maps to, shortened; empty for NULL
 * @param found that of the value in the database; empty for NULL
 * @param position where the source has what the row is made of; of line 0 where it has nothing
 */
public record Difference(
        Kind kind,
        String entity,
        String id,
        String column,
        Optional<String> expected,
        Optional<String> found,
        Position position) {
    /** What is wrong with a row. */
    public enum Kind {
        /** The source maps to a row that is not there. */
        MISSING,
        /** A value of the row is another. */
        DIFFERENT,
        /** The run inserted the row, but nothing in the source maps to it. */
        UNEXPECTED
    }

    /** A row that is not there. */
    public static Difference missing(String entity, String id, Position position) {
        return new Difference(Kind.MISSING, entity, id, "", Optional.empty(), Optional.empty(), position);
    }

    /** A row that nothing in the source maps to; its place is the source as a whole. */
    public static Difference unexpected(String entity, String id, String source) {
        Position position = new Position(source, "", 0, 0, 0, "");
        return new Difference(Kind.UNEXPECTED, entity, id, "", Optional.empty(), Optional.empty(), position);
    }
}
