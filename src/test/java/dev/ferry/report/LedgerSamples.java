package dev.ferry.report;

import dev.ferry.ledger.Drift;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.RunStatus;
import dev.ferry.migration.LoginReport;
import dev.ferry.migration.LoginReport.Checked;
import dev.ferry.migration.LoginReport.Outcome;
import dev.ferry.migration.RollbackPlan;
import dev.ferry.migration.RollbackResult;
import dev.ferry.migration.StatusReport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** What the ledger would tell of earlier runs. */
@NullMarked
final class LedgerSamples {
    private LedgerSamples() {}

    static StatusReport status() {
        return new StatusReport(
                Samples.TARGET,
                true,
                Optional.of("ada@host (4242)"),
                List.of(
                        run("20261121T023154Z-7f3a", RunStatus.INTERRUPTED, 0, Optional.of("its process ended")),
                        run("20261120T090000Z-00ff", RunStatus.COMPLETED, 280, Optional.empty())));
    }

    static RollbackPlan plan() {
        return new RollbackPlan(
                Samples.TARGET,
                List.of(run("20261120T090000Z-00ff", RunStatus.COMPLETED, 280, Optional.empty())),
                List.of("002-course-index", "001-course-tables"));
    }

    static RollbackResult rollback() {
        return new RollbackResult(
                plan(),
                List.of(
                        new EntityCount("courses", 0, 0, 0, 0, 0, 1, 0, 0, 75),
                        new EntityCount("course_metadata", 0, 0, 0, 0, 0, 0, 0, 0, 205)),
                List.of(
                        new Drift(
                                Optional.of(new RunId("20261120T090000Z-00ff")),
                                "courses",
                                "AS.180.101_FA23",
                                Drift.Kind.CHANGED,
                                "was changed"),
                        new Drift(
                                Optional.empty(),
                                "course_metadata",
                                "AS.180.102, AS.180.103",
                                Drift.Kind.REMAINING,
                                "has 2 rows that no run takes back, and it is dropped")),
                845);
    }

    private static Run run(String id, RunStatus status, long inserted, Optional<String> message) {
        Instant started = Instant.parse("2026-11-20T09:00:00Z");
        return new Run(
                new RunId(id),
                "courses",
                "courses",
                status,
                status == RunStatus.COMPLETED ? Optional.of("first") : Optional.empty(),
                "samples/courses",
                status == RunStatus.COMPLETED ? Optional.of("ab".repeat(32)) : Optional.empty(),
                started,
                status == RunStatus.COMPLETED ? Optional.of(started.plusMillis(1_250)) : Optional.empty(),
                "ada@host (4242)",
                1,
                List.of(new EntityCount("courses", 280, 0, 280, 0, inserted, 0, 0, 0, 0)),
                message);
    }

    static LoginReport logins() {
        return new LoginReport(
                "school",
                "PostgreSQL 17.2 at db.example.org:5432, database app, schema school",
                List.of(
                        new Checked("ann@example.org", Outcome.MATCHING),
                        new Checked("bob\u202E@example.org", Outcome.NOT_MATCHING),
                        new Checked("cid@example.org", Outcome.MISSING),
                        new Checked("dan@example.org", Outcome.CANNOT_TELL)));
    }
}
