package dev.ferry.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Writes file names as URI references (RFC 3986), relative to the working directory where they lie below it. */
final class ArtifactUri {
    private ArtifactUri() {}

    /** The reference, percent-encoded; a name that is no path, such as that of a table, is taken as one segment. */
    static String of(String file) {
        try {
            Path working = Path.of("").toAbsolutePath();
            Path path = working.resolve(file).normalize();
            return path.startsWith(working) && !path.equals(working)
                    ? encode(working.relativize(path).toString().replace('\\', '/'))
                    : path.toUri().toASCIIString();
        } catch (InvalidPathException e) {
            return encode(file);
        }
    }

    private static String encode(String path) {
        try {
            // The slash keeps a colon in the first segment from being read as the end of a scheme.
            return new URI(null, null, "/" + Visible.wellFormed(path), null)
                    .toASCIIString()
                    .substring(1)
                    .replace(":", "%3A");
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
