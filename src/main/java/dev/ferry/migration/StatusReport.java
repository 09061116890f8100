package dev.ferry.migration;

import dev.ferry.ledger.Run;
import java.util.List;
import java.util.Optional;

/**
 * What the ledger knows.
 *
 * @param target the database for people
 * @param canWrite whether the user may create schemas or write to those that exist
 * @param holder who holds the schema's lock now, if anyone does
 * @param runs the runs, newest first
 */
public record StatusReport(String target, boolean canWrite, Optional<String> holder, List<Run> runs) {
    public StatusReport {
        runs = List.copyOf(runs);
    }
}
