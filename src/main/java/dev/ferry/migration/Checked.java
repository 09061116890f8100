package dev.ferry.migration;

import dev.ferry.source.RawRecord;
import dev.ferry.validate.Violation;
import java.util.List;
import java.util.Optional;

/**
 * A record that was bound and checked by itself.
 *
 * @param dto the DTO, whole or with absent values where the record is malformed; empty where none could be made
 * @param standing whether the record is rejected, now or by an earlier step
 * @param violations what is wrong with it, for the one who tells of it; empty for all others
 */
record Checked<R extends Record>(
        RawRecord raw, Optional<R> dto, Candidate.Standing standing, List<Violation> violations) {
    Checked {
        violations = List.copyOf(violations);
    }

    boolean accepted() {
        return standing == Candidate.Standing.OPEN;
    }
}
