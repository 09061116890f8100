package dev.ferry.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * libpq's password file. One that others may read is ignored with a warning, as libpq does.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-pgpass.html">The Password File</a>
 */
final class PasswordFile {
    private static final Logger LOG = LoggerFactory.getLogger(PasswordFile.class);
    private static final int FIELDS = 5;

    /** What the owner alone may have. */
    private static final Set<PosixFilePermission> PRIVATE = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private final Path file;

    PasswordFile(Path file) {
        this.file = file;
    }

    /** The password of the first line that fits the first host, the port, the database and the user. */
    Optional<String> password(DatabaseUrl url) {
        try {
            Optional<String> ignored = whyIgnored();
            ignored.ifPresent(LOG::warn);
            if (!Files.isRegularFile(file) || ignored.isPresent()) {
                return Optional.empty();
            }
            List<String> wanted = List.of(url.host(), Integer.toString(url.port()), url.database(), url.user());
            // Latin-1 keeps every byte, so that one odd line does not make the others unreadable.
            return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> new String(line.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
                    .map(PasswordFile::fields)
                    .filter(fields -> fields.size() >= FIELDS && fits(fields, wanted))
                    .map(fields -> unescape(fields.get(FIELDS - 1)))
                    .findFirst();
        } catch (IOException e) {
            LOG.warn(unreadable(e));
            return Optional.empty();
        }
    }

    /** Why the file does not count, where there is one. */
    Optional<String> whyIgnored() {
        try {
            return !Files.isRegularFile(file)
                            || !Files.getFileStore(file).supportsFileAttributeView("posix")
                            || PRIVATE.containsAll(Files.getPosixFilePermissions(file))
                    ? Optional.empty()
                    : Optional.of("password file " + file
                            + " is ignored: its permissions must be 0600 or less, since others may read it now");
        } catch (IOException e) {
            return Optional.of(unreadable(e));
        }
    }

    private String unreadable(IOException failure) {
        return "password file " + file + " cannot be read: "
                + failure.getClass().getSimpleName();
    }

    private static boolean fits(List<String> fields, List<String> wanted) {
        for (int i = 0; i < wanted.size(); i++) {
            // Compared before unescaping: an escaped asterisk is an asterisk, not a wildcard.
            if (!fields.get(i).equals("*") && !unescape(fields.get(i)).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The fields of a line, still escaped; a colon or a backslash in one is escaped with a backslash. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == ':') {
                fields.add(field.toString());
                field.setLength(0);
                continue;
            }
            field.append(c);
            if (c == '\\' && i + 1 < line.length()) {
                i++;
                field.append(line.charAt(i));
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static String unescape(String field) {
        return field.replaceAll("\\\\(.)", "$1");
    }
}
