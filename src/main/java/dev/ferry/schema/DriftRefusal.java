package dev.ferry.schema;

import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.Drift;
import dev.ferry.ledger.DriftPolicy;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses a rollback whose drift the policy does not cover, and says which policy would. */
final class DriftRefusal {
    /** The most findings that a refusal tells one by one. */
    private static final int NAMED = 1_000;

    private final List<Drift> drift;

    private DriftRefusal(List<Drift> drift) {
        this.drift = drift;
    }

    /**
     * Checks that a rollback may go on.
     *
     * @throws RefusalException where there is drift and the policy is ABORT, or KEEP and rows lose their table
     */
    static void check(DriftPolicy policy, List<Drift> drift) {
        DriftRefusal refusal = new DriftRefusal(drift);
        if (policy == DriftPolicy.ABORT && !drift.isEmpty()) {
            throw refusal.because("the rows are no longer as the runs left them");
        }
        if (policy == DriftPolicy.KEEP && refusal.has(Drift.Kind.REMAINING)) {
            throw refusal.because("--on-drift keep cannot keep rows whose table is dropped");
        }
    }

    private RefusalException because(String reason) {
        String found = drift.stream()
                .limit(NAMED)
                .map(each -> "\n  " + each.sentence())
                .collect(Collectors.joining());
        String more = drift.size() > NAMED ? "\n  and " + (drift.size() - NAMED) + " more" : "";
        return new RefusalException(
                "nothing was rolled back: " + reason + " (" + drift.size()
                        + (drift.size() == 1 ? " difference)" : " differences)") + found + more,
                advice());
    }

    private String advice() {
        String keep = has(Drift.Kind.REMAINING)
                ? "rows cannot be kept without their table: save elsewhere those that are needed; "
                : "--on-drift keep leaves these rows as they are; ";
        String force = has(Drift.Kind.REMAINING)
                ? "--on-drift force drops them and takes later changes back"
                : "--on-drift force takes later changes back, too";
        return keep
                + (has(Drift.Kind.HELD)
                        ? "--on-drift force would be refused, too, until the rows that refer to ours by a foreign key"
                                + " are removed"
                        : has(Drift.Kind.TAKEN) || has(Drift.Kind.ORPHANED)
                                ? "--on-drift force would be refused, too, until deleted rows can come back"
                                : force);
    }

    private boolean has(Drift.Kind kind) {
        return drift.stream().anyMatch(each -> each.kind() == kind);
    }
}
