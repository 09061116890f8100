package dev.ferry.migration;

import dev.ferry.failure.UsageException;
import dev.ferry.ledger.InsertedRows;
import dev.ferry.ledger.LockState;
import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunLedger;
import dev.ferry.ledger.RunStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The runs whose rows are verified: that which was asked for, else all that read this very source, else the newest one.
 *
 * @param runs newest first; none where the ledger knows none
 * @param options what the newest was asked to do
 * @param sameSource whether they read this very source
 */
record VerifiedRuns(List<Run> runs, String options, boolean sameSource) {
    VerifiedRuns {
        runs = List.copyOf(runs);
    }

    /**
     * Chooses them.
     *
     * @param sha256 the source's SHA-256
     * @throws UsageException where the run that was asked for did not migrate, or is not known
     */
    static VerifiedRuns choose(Connection connection, VerificationRequest request, String sha256) throws SQLException {
        String schema = request.options().schema();
        List<Run> known = new ArrayList<>();
        for (Run run : RunLedger.runs(connection, schema, LockState.HELD)) {
            if (run.profile().equals(request.options().profile().name()) && migrated(connection, run)) {
                known.add(run);
            }
        }
        List<Run> same = known.stream()
                .filter(run -> run.sourceSha256().equals(Optional.of(sha256)))
                .toList();
        List<Run> chosen = request.run()
                .map(asked -> List.of(find(known, asked, schema)))
                .orElseGet(() -> same.isEmpty() ? known.stream().limit(1).toList() : same);
        return new VerifiedRuns(
                chosen,
                chosen.isEmpty()
                        ? ""
                        : InsertedRows.options(connection, chosen.get(0).id()).orElse(""),
                same.containsAll(chosen));
    }

    private static boolean migrated(Connection connection, Run run) throws SQLException {
        return run.status() == RunStatus.COMPLETED
                && InsertedRows.options(connection, run.id())
                        .filter(options -> options.startsWith("mode=" + RunMode.MIGRATE + " "))
                        .isPresent();
    }

    private static Run find(List<Run> known, RunId asked, String schema) {
        return known.stream()
                .filter(run -> run.id().equals(asked))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "no completed migration " + asked + " is known in schema " + schema,
                        "see 'ferry status': a run that was taken back or not completed has no rows to verify"));
    }

    Optional<Run> newest() {
        return runs.stream().findFirst();
    }

    List<RunId> ids() {
        return runs.stream().map(Run::id).toList();
    }

    /** Whether records of the source may have been rejected on purpose. */
    boolean wroteTheRest() {
        return has("onRejected=" + OnRejected.WRITE_THE_REST);
    }

    /** Whether constraints were left unchecked. */
    boolean skippedValidation() {
        return has("checks=" + Checks.SKIP_VALIDATION);
    }

    /** Whether the newest was asked for something, as {@link MigrationOptions#describe} writes it. */
    boolean has(String option) {
        return (options + " ").contains(" " + option + " ");
    }
}
