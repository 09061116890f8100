package dev.ferry.schema;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A changelog on the class path, and the database schema that it is for.
 *
 * @param name the folder under {@code liquibase/}
 * @param schema the schema of its tables
 * @param loader finds it; a profile's own, since a profile may come from another jar
 */
record Changelog(String name, String schema, ClassLoader loader) {
    /** Files that a changelog names: includes, SQL files and data files. */
    private static final Pattern NAMED_FILE =
            Pattern.compile("(?m)^\\s*-?\\s*(?:file|path)\\s*:\\s*[\"']?([^\"'\\s#]+)");

    /** Where its root file is. */
    String path() {
        return "liquibase/" + name + "/changelog.yaml";
    }

    /** The schema's name, quoted for SQL. */
    String schemaSql() {
        return '"' + schema.replace("\"", "\"\"") + '"';
    }

    /** SHA-256 over its files: the root, and all that it names directly or through others. */
    String sha256() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        collect(path(), files);
        if (files.isEmpty()) {
            throw new UsageException("profile '" + name + "' has no changelog " + path(), null);
        }
        MessageDigest digest = DigestUtils.getSha256Digest();
        files.forEach((file, content) -> {
            digest.update((file + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private void collect(String file, Map<String, byte[]> files) {
        if (files.containsKey(file)) {
            return;
        }
        try (InputStream in = loader.getResourceAsStream(file)) {
            if (in == null) {
                return;
            }
            byte[] content = in.readAllBytes();
            files.put(file, content);
            Matcher named = NAMED_FILE.matcher(new String(content, StandardCharsets.UTF_8));
            while (named.find()) {
                // A name counts from the file that has it, or from the root of the class path.
                collect(URI.create(file).resolve(named.group(1)).getPath(), files);
                collect(named.group(1), files);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
