package dev.ferry.cli.setting;

import dev.ferry.failure.Suggestion;
import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.io.LineNumberReader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * Reads settings by their names from a properties file in UTF-8, and what the source's database calls tables and columns:
 * {@code tables.<entity>} and {@code columns.<entity>.<field>}.
 */
final class ConfigFile {
    private ConfigFile() {}

    /**
     * The settings of a file, in the order of their names; of one that stands twice the last counts.
     *
     * @param name the file as the user named it
     * @throws UsageException where the file cannot be read, or names a setting that there is not
     */
    static List<Entry> read(Path file, String name) {
        Map<String, Entry> entries = new TreeMap<>();
        try (LineNumberReader reader = new LineNumberReader(Files.newBufferedReader(file))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int number = reader.getLineNumber();
                String place = name + ":" + number;
                Properties properties = new Properties();
                properties.load(new StringReader(whole(line, reader)));
                properties
                        .stringPropertyNames()
                        .forEach(key -> entries.put(key, entry(key, properties.getProperty(key), name, place)));
            }
        } catch (CharacterCodingException e) {
            throw new UsageException(name + " is not UTF-8 text", null);
        } catch (IOException e) {
            throw new UsageException(name + " cannot be read: " + FileProblem.of(e), null);
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + " has an escape \\u without four hexadecimal digits", null);
        }
        return List.copyOf(entries.values());
    }

    /** A line with those that continue it, as {@link Properties#load(java.io.Reader)} joins them. */
    private static String whole(String first, LineNumberReader reader) throws IOException {
        StringBuilder whole = new StringBuilder(first);
        String last = first;
        boolean comment = first.strip().startsWith("#") || first.strip().startsWith("!");
        while (!comment && last.matches(".*(?<!\\\\)(\\\\\\\\)*\\\\")) {
            last = reader.readLine();
            if (last == null) {
                break;
            }
            whole.append('\n').append(last);
        }
        return whole.toString();
    }

    /** Whether a name is that of a table or a column of the source. */
    static boolean namesSource(String key) {
        return key.matches("tables\\.[^.]+|columns\\.[^.]+\\.[^.]+");
    }

    private static Entry entry(String key, String value, String name, String place) {
        if (namesSource(key)) {
            return new Entry(Level.CONFIG_FILE, key, value, key + " in " + place);
        }
        if (Catalog.inFiles(key).isEmpty()) {
            List<String> names = Catalog.ALL.stream()
                    .map(Setting::name)
                    .filter(known -> Catalog.inFiles(known).isPresent())
                    .toList();
            throw new UsageException(
                    name + ": there is no setting '" + key + "'" + Suggestion.question(key, names),
                    "Settings for files: " + String.join(", ", names) + ", tables.<entity>, columns.<entity>.<field>.");
        }
        return new Entry(Level.CONFIG_FILE, key, value, key + " in " + name);
    }
}
