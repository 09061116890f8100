package dev.ferry.profile;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A profile's samples as a folder: where they stand, or a copy of them where they stand in a jar. */
public final class Samples implements AutoCloseable {
    private final Path folder;
    private final Place place;

    /** Whose the folder is. */
    private enum Place {
        /** There are none. */
        NOWHERE,
        /** Part of the project; stays. */
        ORIGINAL,
        /** Made for this use; goes. */
        COPY
    }

    private Samples(Path folder, Place place) {
        this.folder = folder;
        this.place = place;
    }

    /**
     * Finds them with the profile's own class loader; the caller closes them.
     *
     * @throws UsageException where the profile has none
     */
    public static Samples of(Profile profile) {
        Samples samples = in(profile, "samples/" + profile.name());
        if (!samples.areThere()) {
            throw new UsageException(
                    "profile " + profile.name() + " has no samples", "Give a SOURCE: a file or folder.");
        }
        return samples;
    }

    /** Those that show what the profile rejects, where it has some; the caller closes them. */
    public static Samples broken(Profile profile) {
        return in(profile, "samples/" + profile.name() + "/broken");
    }

    private static Samples in(Profile profile, String name) {
        ClassLoader loader = profile.getClass().getClassLoader();
        URL url = loader == null ? ClassLoader.getSystemResource(name) : loader.getResource(name);
        if (url == null) {
            return new Samples(Path.of(""), Place.NOWHERE);
        }
        try {
            URI uri = url.toURI();
            return uri.getScheme().equals("file") ? new Samples(Path.of(uri), Place.ORIGINAL) : copy(uri);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether there are any. */
    public boolean areThere() {
        return place != Place.NOWHERE;
    }

    /** The folder that holds them. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        if (place == Place.COPY) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The files themselves; the broken samples in a folder below are for tests. */
    private static Samples copy(URI uri) throws IOException {
        Path copy = Files.createTempDirectory("ferry-samples");
        try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
            String inside = uri.getSchemeSpecificPart();
            Path from = jar.getPath(inside.substring(inside.indexOf("!") + 1));
            try (Stream<Path> files = Files.list(from)) {
                List<Path> regular = files.filter(Files::isRegularFile).toList();
                for (Path file : regular) {
                    Files.copy(file, copy.resolve(file.getFileName().toString()));
                }
            }
        }
        return new Samples(copy, Place.COPY);
    }
}
