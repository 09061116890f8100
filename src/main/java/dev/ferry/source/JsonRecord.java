package dev.ferry.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A record of a JSON file. */
final class JsonRecord implements RawRecord {
    private final JsonSection section;
    private final long index;
    private final @Nullable String key;
    private final Place start;
    private final byte[] bytes;

    private final Place value;

    /** The place that was asked for last, so that questions in order cost one count. */
    private Place known;

    /**
     * @param start the key's opening quote; the value where there is no key
     * @param value the value's first byte
     */
    JsonRecord(JsonSection section, long index, @Nullable String key, Place start, Place value, byte[] bytes) {
        this.section = section;
        this.index = index;
        this.key = key;
        this.start = start;
        this.bytes = bytes;
        this.value = value;
        this.known = value;
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
    public long offset() {
        return section.relative(start);
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
        Place place = place(byteIndex);
        return section.position(place, index, section.pointer(index, key) + JsonPointer.of(path));
    }

    private Place place(int byteIndex) {
        Place from = byteIndex < indexOf(known) ? value : known;
        Place place = from.after(bytes, indexOf(from), byteIndex);
        known = place;
        return place;
    }

    private int indexOf(Place place) {
        return (int) (place.offset() - value.offset());
    }
}
