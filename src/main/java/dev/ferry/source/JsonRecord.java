package dev.ferry.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record of a file, as JSON. */
final class JsonRecord implements FileRecord {
    private final JsonSection section;
    private final long index;
    private final @Nullable String key;
    private final Place start;
    private final byte[] bytes;
    private final Places places;
    private final Form form;

    /** @param start where the key begins; the value where there is no key */
    JsonRecord(JsonSection section, long index, @Nullable String key, Place start, byte[] bytes, Places places) {
        this(section, index, key, start, bytes, places, Form.JSON);
    }

    /** A record that may have stood in a source without types before. */
    JsonRecord(
            JsonSection section,
            long index,
            @Nullable String key,
            Place start,
            byte[] bytes,
            Places places,
            Form form) {
        this.section = section;
        this.index = index;
        this.key = key;
        this.start = start;
        this.bytes = bytes;
        this.places = places;
        this.form = form;
    }

    @Override
    public Position position() {
        return section.position(start, index, section.pointer(index, key));
    }

    @Override
    public Optional<String> key() {
        return Optional.ofNullable(key);
    }

    @Override
    public String id() {
        return key().or(() -> section.section().identity().flatMap(field -> JsonPaths.scalar(bytes, field)))
                .map(Excerpt::of)
                .orElse("");
    }

    @Override
    public Optional<String> identity() {
        return key().or(() -> section.section().identity().flatMap(field -> JsonPaths.identity(bytes, field)));
    }

    @Override
    public Place start() {
        return start;
    }

    @Override
    public long index() {
        return index;
    }

    @Override
    public long offset() {
        return section.relative(start);
    }

    @Override
    public Form form() {
        return form;
    }

    @Override
    public byte[] bytes() {
        return bytes;
    }

    @Override
    public Position locate(List<String> path) {
        return path.isEmpty() ? position() : at(JsonPaths.find(bytes, path), path);
    }

    @Override
    public Position at(int byteIndex, List<String> path) {
        return section.position(places.of(byteIndex), index, section.pointer(index, key) + JsonPointer.of(path));
    }
}
