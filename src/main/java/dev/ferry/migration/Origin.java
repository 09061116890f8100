package dev.ferry.migration;

import dev.ferry.source.Position;
import dev.ferry.source.RawRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where rows come from, for their violations and to find it again. */
interface Origin {
    /** The position of the value at a path from here; of the origin itself where the path is empty. */
    Position locate(List<String> path);

    /** The path as a violation names it. */
    String field(List<String> path);

    /** Its identity for a person, empty where it has none. */
    String id();

    /** Where its step finds it again. */
    long offset();

    /** What else is known to identify it as a record, where it is one. */
    default Optional<String> identity() {
        return Optional.empty();
    }

    /** Whether it is a whole record of the source. */
    default boolean isRecord() {
        return false;
    }

    /** A path whose steps are joined by dots. */
    static List<String> path(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("\\."));
    }

    /**
     * A record, or a part of it.
     *
     * @param part the path to the part, empty for the record
     */
    record OfRecord(RawRecord raw, List<String> part) implements Origin {
        public OfRecord {
            part = List.copyOf(part);
        }

        @Override
        public Position locate(List<String> path) {
            return raw.locate(inside(path));
        }

        @Override
        public String field(List<String> path) {
            return String.join(".", inside(path));
        }

        @Override
        public String id() {
            return raw.id();
        }

        @Override
        public long offset() {
            return raw.offset();
        }

        @Override
        public Optional<String> identity() {
            String identity = raw.key().orElseGet(raw::id);
            return part.isEmpty() && !identity.isEmpty() ? Optional.of(identity) : Optional.empty();
        }

        @Override
        public boolean isRecord() {
            return part.isEmpty();
        }

        private List<String> inside(List<String> path) {
            if (part.isEmpty()) {
                return path;
            }
            List<String> whole = new ArrayList<>(part);
            whole.addAll(path);
            return whole;
        }
    }

    /**
     * Something with one place only.
     *
     * @param offset its number in its step
     */
    record OfPlace(Position position, String id, long offset) implements Origin {
        @Override
        public Position locate(List<String> path) {
            return position;
        }

        @Override
        public String field(List<String> path) {
            return String.join(".", path);
        }
    }
}
