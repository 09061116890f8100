package dev.ferry.convert;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The folder that files are written to: under other names at first, and all of them named or none. Only their owner can read
 * them, since there may be passwords inside.
 */
final class OutputFolder implements AutoCloseable {
    private final Path folder;
    private final List<Path> made = new ArrayList<>();

    /** By name, the file that is to have it. */
    private final Map<String, Path> unfinished = new LinkedHashMap<>();

    /**
     * Makes the folder where it is not there.
     *
     * @param names every name that may be given
     * @throws UsageException where a file has one of the names already, or the folder cannot be made
     */
    OutputFolder(Path folder, List<String> names) {
        this.folder = folder;
        for (String name : names) {
            if (Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
                throw taken(folder.resolve(name));
            }
        }
        try {
            make(folder.toAbsolutePath());
        } catch (FileAlreadyExistsException e) {
            throw new UsageException(folder + " is no folder", "give --output a folder");
        } catch (IOException e) {
            throw new UsageException(
                    "folder " + folder + " cannot be made: " + e.getMessage(), "choose one that you may write to");
        }
        if (!Files.isWritable(folder)) {
            throw new UsageException("folder " + folder + " is not writable", "choose one that you may write to");
        }
    }

    private static UsageException taken(Path file) {
        return new UsageException(
                file + " is there already, and no file is written over", "give --output another folder");
    }

    private void make(Path wanted) throws IOException {
        if (Files.isDirectory(wanted)) {
            return;
        }
        Path parent = wanted.getParent();
        if (parent != null) {
            make(parent);
        }
        Files.createDirectory(wanted);
        made.add(0, wanted);
    }

    /** A file to write, which gets its name at last. */
    Path file(String name) throws IOException {
        // Made by its owner for its owner: createTempFile sets 0600.
        Path file = Files.createTempFile(folder, ".ferry-convert", ".unfinished");
        unfinished.put(name, file);
        return file;
    }

    /** Where the file of a name will stand. */
    Path place(String name) {
        return folder.resolve(name);
    }

    /** Names all files; from now on they stay. */
    void name() throws IOException {
        List<Path> named = new ArrayList<>();
        try {
            for (Map.Entry<String, Path> file : unfinished.entrySet()) {
                Path place = place(file.getKey());
                Files.move(file.getValue(), place);
                named.add(place);
            }
            unfinished.clear();
            made.clear();
        } catch (FileAlreadyExistsException e) {
            delete(named);
            throw taken(Path.of(e.getFile()));
        } catch (IOException e) {
            delete(named);
            throw e;
        }
    }

    /** Deletes what has no name, and the folders that were made for it. */
    @Override
    public void close() throws IOException {
        delete(unfinished.values());
        delete(made);
    }

    private static void delete(Iterable<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
