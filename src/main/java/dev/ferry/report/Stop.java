package dev.ferry.report;

import dev.ferry.source.Position;
import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.Violation;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** Finds the place past which a source could not be read. */
final class Stop {
    /** What hides where records begin and end. */
    private static final Set<String> RULES = Set.of("syntax", "encoding", "limit");

    private Stop() {}

    /** The place; empty where everything was read. */
    static Optional<Position> of(ConstraintReport report) {
        AtomicReference<Violation> last = new AtomicReference<>();
        // Nothing is found after reading stopped.
        report.forEach(last::set);
        return Optional.ofNullable(last.get()).filter(Stop::isStop).map(Violation::position);
    }

    /** A limit may also be that of one value; it has a field and a record then. */
    private static boolean isStop(Violation violation) {
        return RULES.contains(violation.constraint())
                && violation.field().isEmpty()
                && violation.id().isEmpty();
    }
}
