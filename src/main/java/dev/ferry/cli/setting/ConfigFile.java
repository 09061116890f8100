package dev.ferry.cli.setting;

import dev.ferry.failure.Suggestion;
import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** Reads settings by their names from a properties file in UTF-8. */
final class ConfigFile {
    private ConfigFile() {}

    /**
     * The settings of a file.
     *
     * @param name the file as the user named it
     * @throws UsageException where the file cannot be read, or names a setting that there is not
     */
    static List<Entry> read(Path file, String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (CharacterCodingException e) {
            throw new UsageException(name + " is not UTF-8 text", null);
        } catch (IOException e) {
            throw new UsageException(name + " cannot be read: " + FileProblem.of(e), null);
        } catch (IllegalArgumentException e) {
            throw new UsageException(name + " has an escape \\u without four hexadecimal digits", null);
        }
        return properties.stringPropertyNames().stream()
                .sorted()
                .map(key -> entry(key, properties.getProperty(key), name))
                .toList();
    }

    private static Entry entry(String key, String value, String name) {
        if (Catalog.inFiles(key).isEmpty()) {
            List<String> names = Catalog.ALL.stream()
                    .map(Setting::name)
                    .filter(known -> Catalog.inFiles(known).isPresent())
                    .toList();
            throw new UsageException(
                    name + ": there is no setting '" + key + "'" + Suggestion.question(key, names),
                    "Settings for files: " + String.join(", ", names) + ".");
        }
        return new Entry(Level.CONFIG_FILE, key, value, key + " in " + name);
    }
}
