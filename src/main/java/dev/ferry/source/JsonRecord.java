package dev.ferry.source;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A record of a JSON file. */
final class JsonRecord implements RawRecord {
    private static final int STRIDE = 1 << 14;

    private final JsonSection section;
    private final long index;
    private final @Nullable String key;
    private final Place start;
    private final byte[] bytes;

    private final Place value;

    /** Places inside a large value that were counted, so that no question counts all of it again; made when asked. */
    private @Nullable NavigableMap<Integer, Place> counted;

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

    private synchronized Place place(int byteIndex) {
        if (byteIndex < STRIDE) {
            return value.after(bytes, 0, byteIndex);
        }
        if (counted == null) {
            counted = new TreeMap<>(Map.of(0, value));
        }
        Map.Entry<Integer, Place> nearest = counted.floorEntry(byteIndex);
        int from = nearest.getKey();
        Place place = nearest.getValue();
        while (byteIndex - from >= STRIDE) {
            place = place.after(bytes, from, from + STRIDE);
            from += STRIDE;
            counted.put(from, place);
        }
        return place.after(bytes, from, byteIndex);
    }
}
