package dev.ferry.source;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Opens sources. */
public final class Sources {
    private Sources() {}

    /**
     * Opens a folder with a file {@code <section>.json}, {@code .csv} or {@code .jsonl} for each section, a JSON or CSV file
     * of such a name alone (then the other sections are empty), a file with an object whose members are the sections or whose root is one of them, a TypeScript or ECMAScript
     * module ({@code .ts .mts .js .mjs}) whose constants are, a folder that holds one such file and nothing else, or the JSON
     * Lines ({@code .jsonl}) that a run wrote of what it rejected.
     *
     * <p>A record may be no longer than an eighth of the heap, even where the limits allow more. Modules are read as data;
     * nothing in them is executed.
     *
     * @param location a path
     * @throws UsageException where there is no such file or it cannot be read
     * @throws BindingException where a file with several sections is broken; other files are checked as they are read
     */
    public static Source open(String location, List<Section> sections, Limits limits) {
        if (location.isBlank()) {
            throw new UsageException("the source must be a file or folder, was '" + location + "'", null);
        }
        Limits fitting = limits.withinHeap();
        Path path = path(location);
        return Files.isDirectory(path)
                ? new SourceFolder(location, path, sections).open(fitting)
                : new SourceFile(location, new JsonFile(path, location), sections).open(fitting);
    }

    /**
     * Opens a database, whose tables are the sections; everything is read in one transaction that sees it as it is now.
     *
     * @param conditions which rows are wanted, by section
     * @throws UsageException where a section has no table, or one that is keyed by member names is needed
     */
    public static Source database(
            SourceRows rows,
            List<Section> sections,
            SourceNames names,
            Map<Section, ? extends RowCondition> conditions,
            Limits limits) {
        SourceDatabase database = SourceDatabase.open(rows);
        try {
            return database.source(sections, names, conditions, limits);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * Whether a file is one that the source at a location is read from, so that nothing must be written to it.
     *
     * @param location as {@link #open} takes it
     */
    public static boolean reads(String location, List<Section> sections, Path file) {
        return files(location, sections).stream().anyMatch(read -> isSame(read, file));
    }

    /**
     * The files that the source at a location may be read from.
     *
     * @param location as {@link #open} takes it
     */
    public static List<Path> files(String location, List<Section> sections) {
        Path path = path(location);
        return Files.isDirectory(path) ? new SourceFolder(location, path, sections).files() : List.of(path);
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.exists(one) && Files.exists(other) && Files.isSameFile(one, other);
        } catch (IOException e) {
            throw new UsageException(other + " cannot be looked at: " + e.getMessage(), null);
        }
    }

    private static Path path(String location) {
        try {
            return Path.of(location);
        } catch (InvalidPathException e) {
            throw new UsageException("source " + Excerpt.of(location) + " is no path: " + e.getReason(), null);
        }
    }
}
