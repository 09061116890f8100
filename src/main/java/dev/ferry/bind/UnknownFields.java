package dev.ferry.bind;

import dev.ferry.source.Position;
import dev.ferry.source.RawRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts the fields that a DTO does not know. Memory is bounded: past {@link #MAX_KINDS} new ones are counted together. */
final class UnknownFields {
    static final int MAX_KINDS = 1_000;

    private static final List<String> OTHERS = List.of("*");

    private final Map<List<String>, Seen> seen = new LinkedHashMap<>();

    private static final class Seen {
        private final Position first;
        private long count;

        Seen(Position first) {
            this.first = first;
        }
    }

    /** Adds those of the record that was bound last. */
    void add(Findings findings) {
        RawRecord raw = findings.raw();
        for (Findings.Unknown field : findings.unknown()) {
            List<String> kind = seen.size() < MAX_KINDS || seen.containsKey(field.kind()) ? field.kind() : OTHERS;
            seen.computeIfAbsent(kind, k -> new Seen(raw.at(field.byteIndex(), field.path()))).count++;
        }
        if (findings.unlistedUnknown() > 0) {
            seen.computeIfAbsent(OTHERS, k -> new Seen(raw.position())).count += findings.unlistedUnknown();
        }
    }

    List<UnknownField> list() {
        return seen.entrySet().stream()
                .map(e -> new UnknownField(e.getKey(), e.getValue().first, e.getValue().count))
                .toList();
    }
}
