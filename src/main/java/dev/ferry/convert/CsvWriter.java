package dev.ferry.convert;

import dev.ferry.source.BindingException;
import dev.ferry.source.CsvCell;
import dev.ferry.source.Excerpt;
import dev.ferry.source.Position;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Writes a row for each record, so that {@link CsvCell} says the same again: texts in quotes, numbers and Booleans as they
 * stand, objects and arrays as JSON in quotes, null as {@code \N}, and nothing for a member that a record does not have.
 */
final class CsvWriter implements SectionWriter {
    private static final String RULE = "format";
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.$-]+");

    private final OutputStream out;
    private final Section.Shape shape;
    private final CsvColumns columns;

    CsvWriter(OutputStream out, Section.Shape shape, CsvColumns columns) {
        this.out = out;
        this.shape = shape;
        this.columns = columns;
    }

    @Override
    public void begin() throws IOException {
        List<String> header = new ArrayList<>();
        if (shape == Section.Shape.KEYED) {
            header.add(CsvCell.KEY_COLUMN);
        }
        header.addAll(columns.areWhole() ? List.of(CsvCell.VALUE_COLUMN) : columns.names());
        row(header.stream()
                .map(name -> PLAIN_NAME.matcher(name).matches() ? name : quoted(name))
                .toList());
    }

    @Override
    public void write(RawRecord record) throws IOException {
        List<String> row = new ArrayList<>();
        if (record.key().isPresent()) {
            String key = record.key().get();
            if (key.codePoints().anyMatch(JsonString::isLoneSurrogate)) {
                throw lone(record.position(), key);
            }
            row.add(quoted(key));
        }
        if (columns.areWhole()) {
            row.add(cell(record, Member.whole(record.bytes()), List.of()));
        } else {
            Map<String, Member> members = new HashMap<>();
            Member.of(record.bytes()).forEach(member -> members.put(member.name(), member));
            for (String name : columns.names()) {
                Member member = members.get(name);
                row.add(member == null ? "" : cell(record, member, List.of(name)));
            }
        }
        row(row);
    }

    private static String cell(RawRecord record, Member member, List<String> path) {
        String json = new String(member.json(), StandardCharsets.UTF_8);
        if (member.isContainer()) {
            if (!CsvCell.isContainer(member.json())) {
                throw lone(record.locate(path), json);
            }
            // Line breaks stand between values there, and rows are easier to look at without.
            return quoted(json.replace('\n', ' ').replace('\r', ' '));
        }
        if (!member.isText()) {
            return json.equals("null") ? "\\N" : json;
        }
        if (member.hasLoneSurrogate()) {
            throw lone(record.locate(path), json);
        }
        if (CsvCell.isContainer(member.text().getBytes(StandardCharsets.UTF_8))) {
            throw refused(
                    record.locate(path),
                    "a text that is a JSON array or object itself would be read from CSV as that",
                    json);
        }
        return quoted(member.text());
    }

    private static BindingException lone(Position place, String value) {
        return refused(place, "half of a surrogate pair cannot be written as CSV", value);
    }

    private static BindingException refused(Position place, String message, String value) {
        return new BindingException(
                place, RULE, message + " (convert to --format json or jsonl instead)", Excerpt.of(value));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private void row(List<String> cells) throws IOException {
        out.write((String.join(",", cells) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void end() {}
}
