package dev.ferry.source;

import java.util.List;
import java.util.Optional;

/** A row of a table, as the JSON that PostgreSQL made of it. */
final class TableRow implements RawRecord {
    private final Section section;
    private final RowColumns columns;
    private final long index;
    private final Choice choice;
    private final byte[] bytes;

    /** Whether the user's condition selects a row. */
    enum Choice {
        WANTED,
        LEFT_OUT
    }

    TableRow(Section section, RowColumns columns, long index, Choice choice, byte[] bytes) {
        this.section = section;
        this.columns = columns;
        this.index = index;
        this.choice = choice;
        this.bytes = bytes;
    }

    @Override
    public Position position() {
        return locate(List.of());
    }

    @Override
    public Optional<String> key() {
        return Optional.empty();
    }

    @Override
    public String id() {
        return section.identity()
                .flatMap(field -> JsonPaths.scalar(bytes, field))
                .map(Excerpt::of)
                .orElse("");
    }

    /** The row's number, in the order in which all of them are read. */
    @Override
    public long offset() {
        return index;
    }

    @Override
    public long end() {
        return index + 1;
    }

    @Override
    public boolean leftOut() {
        return choice == Choice.LEFT_OUT;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public Position locate(List<String> path) {
        String id = id();
        String row = id.isEmpty() ? "row " + (index + 1) : "id " + id;
        String column = path.isEmpty()
                ? ""
                : columns.column(path.get(0))
                        .map(known -> ", column " + SourceTable.quoted(known.name()))
                        .orElse("");
        SourceTable table = columns.table();
        String pointer = JsonPointer.of(List.of(table.name(), Long.toString(index))) + JsonPointer.of(path);
        return new Position(table.title(), section.name(), index, index + 1, 1, pointer, row + column);
    }

    @Override
    public Position at(int byteIndex, List<String> path) {
        return locate(path);
    }
}
