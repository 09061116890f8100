package dev.ferry.report;

import dev.ferry.source.Position;

/** Writes places for people. */
final class Place {
    private Place() {}

    /** {@code file:line:column}; only the file where the place is a file as a whole. */
    static String of(Position position) {
        return isInFile(position) ? position.toString() : position.file();
    }

    /** Whether the place names a line of its file. */
    static boolean isInFile(Position position) {
        return position.line() >= 1;
    }
}
