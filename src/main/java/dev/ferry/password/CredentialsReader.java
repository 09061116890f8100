package dev.ferry.password;

import dev.ferry.failure.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a {@link CredentialsFile} again. What is wrong with one is told by its line, never by its content. */
public final class CredentialsReader {
    private final Path file;
    private final String text;
    private int next;
    private int line = 1;

    private CredentialsReader(Path file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * The logins of a file, in its order; one with a password for every row.
     *
     * @throws UsageException where it cannot be read or is no such file
     */
    public static List<Login> read(Path file) {
        try {
            return new CredentialsReader(file, Files.readString(file, StandardCharsets.UTF_8)).logins();
        } catch (IOException e) {
            throw new UsageException(
                    "the credentials file " + file + " cannot be read ("
                            + e.getClass().getSimpleName() + ")",
                    "give --credentials-file the file that a migration wrote");
        }
    }

    private List<Login> logins() {
        List<Login> logins = new ArrayList<>();
        if (!String.join(",", row()).equals(CredentialsFile.HEADER)) {
            throw wrong("must be " + CredentialsFile.HEADER);
        }
        while (next < text.length()) {
            line++;
            List<String> row = row();
            if (row.size() != 2) {
                throw wrong("must have 2 fields, has " + row.size());
            }
            logins.add(new Login(row.get(0), row.get(1)));
        }
        return logins;
    }

    private List<String> row() {
        List<String> fields = new ArrayList<>();
        fields.add(field());
        while (next < text.length() && text.charAt(next) == ',') {
            next++;
            fields.add(field());
        }
        if (next < text.length() && text.charAt(next) == '\r') {
            next++;
        }
        if (next < text.length()) {
            if (text.charAt(next) != '\n') {
                throw wrong("goes on behind a closing quote");
            }
            next++;
        }
        return fields;
    }

    private String field() {
        if (next < text.length() && text.charAt(next) == '"') {
            return quoted();
        }
        int start = next;
        while (next < text.length() && ",\r\n".indexOf(text.charAt(next)) < 0) {
            next++;
        }
        return text.substring(start, next);
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        next++;
        while (next < text.length()) {
            char c = text.charAt(next++);
            if (c != '"') {
                field.append(c);
            } else if (next < text.length() && text.charAt(next) == '"') {
                field.append(c);
                next++;
            } else {
                return field.toString();
            }
        }
        throw wrong("has an opening quote and no closing one");
    }

    private UsageException wrong(String what) {
        return new UsageException(
                "line " + line + " of the credentials file " + file + " " + what,
                "give --credentials-file the file that a migration wrote");
    }
}
