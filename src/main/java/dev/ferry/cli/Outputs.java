package dev.ferry.cli;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files that a command is to write: each must be another, or one would replace what the other holds. */
final class Outputs {
    private Outputs() {}

    /**
     * Looks through links and relative names.
     *
     * @throws UsageException where two are the same file
     */
    static void requireDistinct(List<Path> files) {
        for (int i = 0; i < files.size(); i++) {
            for (Path earlier : files.subList(0, i)) {
                if (isSame(earlier, files.get(i))) {
                    throw new UsageException(
                            "the outputs " + earlier + " and " + files.get(i) + " are the same file",
                            "Name a file of its own for each --report and for --rejects.");
                }
            }
        }
    }

    private static boolean isSame(Path one, Path other) {
        try {
            boolean bothThere = Files.exists(one) && Files.exists(other);
            return bothThere ? Files.isSameFile(one, other) : real(one).equals(real(other));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file in its real folder, since it need not be there itself. */
    private static Path real(Path file) throws IOException {
        Path whole = file.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        return folder == null || !Files.isDirectory(folder)
                ? whole
                : folder.toRealPath().resolve(whole.getFileName());
    }
}
