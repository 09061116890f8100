package dev.ferry.report;

import dev.ferry.source.Position;
import dev.ferry.validate.Warning;
import java.util.Set;

/** Writes places for people. */
final class Place {
    /** Rules of warnings about the run and about the source, whatever place they carry. */
    private static final Set<String> ABOUT_NO_RECORD = Set.of("skip-validation", "source", "verification");

    private static final int LONGEST_POINTER = 100;

    private Place() {}

    /** {@code file:line:column}; only the file where the place is a file as a whole. */
    static String of(Position position) {
        return isInFile(position) ? position.toString() : position.file();
    }

    /** Where a warning was seen; empty for one that is about the run, or about the source as a whole. */
    static String of(Warning warning) {
        return isAboutRecords(warning) ? of(warning.position()) : "";
    }

    /** Whether a warning is about records, which have a place. */
    static boolean isAboutRecords(Warning warning) {
        return !ABOUT_NO_RECORD.contains(warning.rule())
                && !warning.position().file().isEmpty();
    }

    /** The JSON pointer, cut where it is longer than a person follows. */
    static String pointer(Position position) {
        return Visible.cut(position.pointer(), LONGEST_POINTER);
    }

    /** Whether the place names a line of its file. */
    static boolean isInFile(Position position) {
        return position.line() >= 1;
    }
}
