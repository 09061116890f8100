package dev.ferry.bind;

import dev.ferry.source.RawRecord;
import java.util.List;
import java.util.Optional;

/** A record after binding: parsed as a whole, or malformed in at least one place. */
public sealed interface Bound<D extends Record> {
    /** The record that was bound. */
    RawRecord raw();

    /** The DTO, whole or with absent values where a value was malformed. */
    Optional<D> dto();

    /** A record whose every value fits the DTO. */
    record Parsed<D extends Record>(RawRecord raw, D value) implements Bound<D> {
        @Override
        public Optional<D> dto() {
            return Optional.of(value);
        }
    }

    /** A record with values that do not fit; the rest of it is bound where possible, so that it can be checked too. */
    record Malformed<D extends Record>(RawRecord raw, Optional<D> dto, List<Problem> problems) implements Bound<D> {
        public Malformed {
            problems = List.copyOf(problems);
        }

        /**
         * Whether the value at a path is missing from the DTO because it, or one around it, was malformed; what the DTO's
         * constraints say about it is of no use then.
         */
        public boolean covers(List<String> path) {
            return problems.stream()
                    .map(Problem::path)
                    .anyMatch(p -> !p.isEmpty()
                            && p.size() <= path.size()
                            && path.subList(0, p.size()).equals(p));
        }
    }
}
