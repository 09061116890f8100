package dev.ferry.source;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the JSON of a row's cells. */
final class CsvObject {
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final CsvHeader header;
    private final Trouble trouble;
    private final Limits limits;
    private final Optional<Integer> keys;
    private final Optional<Integer> values;

    /** By column, the member's name as JSON with its colon. */
    private final List<byte[]> names;

    CsvObject(Section section, CsvHeader header, Trouble trouble, Limits limits) {
        this.header = header;
        this.trouble = trouble;
        this.limits = limits;
        this.keys = header.keys(section);
        this.values = header.values(section);
        this.names = header.names().stream().map(CsvObject::member).toList();
    }

    private static byte[] member(String name) {
        byte[] text = CsvCell.text(name.getBytes(StandardCharsets.UTF_8));
        byte[] member = Arrays.copyOf(text, text.length + 1);
        member[text.length] = ':';
        return member;
    }

    FileRecord record(RowSection section, long index, CsvRow row) {
        int[] starts = new int[row.cells()];
        Arrays.fill(starts, CsvRecord.NOTHING);
        byte[] json = values.map(column -> whole(row, column, starts)).orElseGet(() -> object(row, starts));
        return new CsvRecord(section, header, index, key(row), row, json, starts);
    }

    private @Nullable String key(CsvRow row) {
        if (keys.isEmpty()) {
            return null;
        }
        int column = keys.get();
        if (!row.isQuoted(column)
                && (row.string(column).isEmpty() || row.string(column).equals("\\N"))) {
            throw trouble.broken(row.place(column), "every row of a keyed section needs a key, found none");
        }
        return row.string(column);
    }

    private byte[] whole(CsvRow row, int column, int[] starts) {
        starts[column] = 0;
        return value(row, column).orElse(NULL);
    }

    private byte[] object(CsvRow row, int[] starts) {
        ByteArrayOutputStream json = new ByteArrayOutputStream(row.length() * 2);
        json.write('{');
        for (int i = 0; i < row.cells(); i++) {
            int column = i;
            if (keys.filter(key -> key == column).isPresent()) {
                continue;
            }
            value(row, column).ifPresent(value -> {
                if (json.size() > 1) {
                    json.write(',');
                }
                json.writeBytes(names.get(column));
                starts[column] = json.size();
                json.writeBytes(value);
            });
        }
        json.write('}');
        return json.toByteArray();
    }

    private Optional<byte[]> value(CsvRow row, int column) {
        Optional<byte[]> value = CsvCell.value(row, column);
        // Counted from the file's root as in a JSON file: a level for the rows, and one for the row.
        if (value.filter(json -> JsonPaths.isDeeper(json, limits.depth() - 2)).isPresent()) {
            throw trouble.tooDeep(row.place(column), limits.depth());
        }
        return value;
    }
}
