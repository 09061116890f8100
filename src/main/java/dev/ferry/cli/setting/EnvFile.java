package dev.ferry.cli.setting;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads environment variables from a file.
 *
 * <p>A line is {@code [export ]NAME=VALUE}, empty, or a comment that begins with {@code #}. A bare value ends at a
 * {@code #} after white space; in single quotes everything stands for itself; in double quotes {@code \n}, {@code \r},
 * {@code \t}, {@code \"}, {@code \\} and {@code \$} are escapes. Nothing is expanded. UTF-8, with or without a byte order
 * mark. Messages name the line, never the value.
 */
final class EnvFile {
    private static final Pattern LINE =
            Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.]*)\\s*=\\s*(.*?)\\s*");
    private static final Pattern SINGLE_QUOTED = Pattern.compile("'([^']*)'\\s*(?:#.*)?");
    private static final Pattern DOUBLE_QUOTED = Pattern.compile("\"((?:[^\"\\\\]++|\\\\.)*+)\"\\s*(?:#.*)?");
    private static final Pattern COMMENT_BEHIND = Pattern.compile("(?:^|\\s+)#.*");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

    private EnvFile() {}

    /**
     * The variables of a file, in its order.
     *
     * @param name the file as the user named it
     * @throws UsageException where the file cannot be read or a line is malformed
     */
    static List<Entry> read(Path file, String name) {
        List<String> lines;
        try {
            lines = Files.readString(file).lines().toList();
        } catch (CharacterCodingException e) {
            throw new UsageException(name + " is not UTF-8 text", null);
        } catch (IOException e) {
            throw new UsageException(name + " cannot be read: " + FileProblem.of(e), null);
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line =
                    i == 0 && lines.get(0).startsWith("\uFEFF") ? lines.get(0).substring(1) : lines.get(i);
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                entries.add(entry(line, name, i + 1));
            }
        }
        return entries;
    }

    private static Entry entry(String line, String name, int number) {
        Matcher matcher = LINE.matcher(line);
        String place = name + ":" + number;
        if (!matcher.matches()) {
            throw malformed(place, "is not NAME=VALUE");
        }
        String key = matcher.group(1);
        return new Entry(Level.ENV_FILE, key, value(matcher.group(2), place), key + " in " + place);
    }

    private static String value(String written, String place) {
        if (written.startsWith("'")) {
            Matcher quoted = SINGLE_QUOTED.matcher(written);
            if (!quoted.matches()) {
                throw malformed(place, "has a single quote that does not close, or text behind it");
            }
            return quoted.group(1);
        }
        if (written.startsWith("\"")) {
            Matcher quoted = DOUBLE_QUOTED.matcher(written);
            if (!quoted.matches()) {
                throw malformed(place, "has a double quote that does not close, or text behind it");
            }
            return ESCAPE.matcher(quoted.group(1))
                    .replaceAll(escape -> Matcher.quoteReplacement(unescape(escape.group(1), place)));
        }
        return COMMENT_BEHIND.matcher(written).replaceFirst("");
    }

    private static String unescape(String letter, String place) {
        return switch (letter) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            case "\"", "\\", "$" -> letter;
            default -> throw malformed(place, "has an escape other than \\n \\r \\t \\\" \\\\ \\$");
        };
    }

    private static UsageException malformed(String place, String problem) {
        return new UsageException(
                place + ": the line " + problem, "Write NAME=VALUE, with quotes around a value that has spaces or #.");
    }
}
