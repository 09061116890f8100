package dev.ferry.fault;

import dev.ferry.DatabaseDump;
import dev.ferry.fault.FerryProcess.Ended;
import dev.ferry.fault.Scenario.Start;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One round: a run, a fault, what is left, the way on, and the way back. */
final class Round {
    /** A session that is gone gives its lock back in this time: {@code client_connection_check_interval} and some. */
    private static final Duration LOCK = Duration.ofSeconds(5);

    private static final int ATTEMPTS = 3;
    private static final String ADVISORY_LOCKS = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"
            + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    private final Bench bench;
    private final Plan plan;
    private final String database;
    private final Path folder;
    private final List<String> stuck = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private Round(Bench bench, Plan plan, Path folder) {
        this.bench = bench;
        this.plan = plan;
        this.folder = folder;
        this.database = "round";
    }

    static Outcome run(Bench bench, Plan plan) throws IOException {
        Path folder = Files.createDirectories(bench.folder().resolve("round"));
        try {
            return new Round(bench, plan, folder).run();
        } finally {
            bench.proxy().show(Watch.only());
            bench.server().drop("round");
            Bench.delete(folder);
        }
    }

    private Outcome run() {
        Fixture fixture = bench.fixture(plan.profile());
        Baseline usual = fixture.baseline(plan.scenario(), plan.batchSize());
        fixture.prepare(plan.scenario(), database);
        Map<String, List<String>> before = dump();
        CanonicalRows rowsBefore = rows();
        RunsSeen runsBefore = fixture.runsBefore(plan.scenario());

        List<String> words = fixture.migrate(plan.scenario(), plan.batchSize());
        Fault fault = plan.fault(usual);
        FerryProcess process = bench.start(folder, database, words);
        boolean landed = strike(fault, process);
        Optional<Ended> first = process.await(Bench.PATIENCE);
        if (first.isEmpty()) {
            stuck.add("the process did not end within " + Bench.PATIENCE + " of " + fault);
        }
        bench.proxy().show(Watch.only());
        awaitLock();
        RunsSeen left = status().since(runsBefore);
        first.ifPresent(ended -> checkAftermath(fault, ended, left, rowsBefore, usual.rows()));

        boolean done = first.filter(ended -> ended.exit() == 0).isPresent() || goOn(words, runsBefore);
        if (!done) {
            stuck.add("not done after " + ATTEMPTS + " further attempts");
        }
        CanonicalRows after = rows();
        List<String> lost = usual.rows().without(after);
        List<String> doubled = after.without(usual.rows());
        rollBack(before, runsBefore);
        return new Outcome(landed, lost, doubled, stuck, wrong);
    }

    /** Whether the fault struck; waits until it is over. */
    private boolean strike(Fault fault, FerryProcess process) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        Watch watch = fault.watch(process, bench.server(), bench.proxy(), database, over);
        bench.proxy().show(watch);
        try {
            if (fault.moment() instanceof Moment.AfterMillis after) {
                Pause.of(Duration.ofMillis(after.millis()));
                watch.strike();
            }
            Pause.until(Bench.PATIENCE, () -> watch.landed().isDone() || !process.isAlive());
            if (!watch.landed().isDone() && watch.isOut()) {
                return false;
            }
            boolean landed = watch.landed().get(Bench.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            over.get(Bench.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return landed;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(fault + " could not strike", e);
        }
    }

    private void awaitLock() {
        if (!Pause.until(LOCK, this::isLockFree)) {
            stuck.add("the lock was not free " + LOCK + " after the process had ended: "
                    + DatabaseDump.column(
                            bench.server().jdbc(database),
                            "SELECT pid || ' ' || state || ' ' || application_name FROM pg_stat_activity"
                                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()"));
            Pause.until(Bench.PATIENCE, this::isLockFree);
        }
    }

    private boolean isLockFree() {
        return DatabaseDump.value(bench.server().jdbc(database), ADVISORY_LOCKS).equals("0");
    }

    private void checkAftermath(Fault fault, Ended ended, RunsSeen left, CanonicalRows before, CanonicalRows after) {
        CanonicalRows now = rows();
        boolean complete = now.isSame(after);
        if (ended.exit() != 0 && !fault.kind().exits().contains(ended.exit())) {
            wrong.add("exit " + ended.exit() + " where " + fault.kind().exits() + " was due: " + said(ended));
        }
        if (plan.scenario().atomic() && !complete && !now.isSame(before)) {
            wrong.add("neither all nor nothing was written: "
                    + now.without(before).size() + " rows more and "
                    + before.without(now).size() + " fewer than before");
        }
        if (left.any("RUNNING")) {
            wrong.add("status says RUNNING where nothing runs: " + left);
        }
        boolean saidComplete = left.newest().filter(run -> run.is("COMPLETED")).isPresent();
        // Where batches are committed one by one, a run that has written all of them may still be stopped before it
        // says so.
        boolean done = plan.scenario().atomic() ? complete : saidComplete;
        if (saidComplete ? !complete : done) {
            wrong.add("status says " + left + " where the rows are " + (complete ? "all" : "not all") + " there");
        }
        if (ended.exit() == 0 && !complete) {
            wrong.add("exit 0 where the rows are not all there: " + said(ended));
        }
        // Whoever was told that nothing was kept would write it by other means.
        if (done && ended.err().contains("rolled back")) {
            wrong.add("said to be rolled back where the run is complete: " + said(ended));
        }
        if (done && ended.exit() == 6 && !ended.err().contains("is not known")) {
            wrong.add("exit 6 where the run is complete: " + said(ended));
        }
    }

    /** Goes on as a user would, until it is done. */
    private boolean goOn(List<String> words, RunsSeen runsBefore) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            List<String> again = new ArrayList<>(words);
            boolean begun = RunsSeen.in(bench.server().jdbc(database))
                    .since(runsBefore)
                    .newest()
                    .filter(run -> run.is("RUNNING", "INTERRUPTED", "FAILED"))
                    .isPresent();
            if (begun && !plan.scenario().atomic()) {
                again.add("--resume");
            }
            Optional<Ended> ended = bench.start(folder, database, again).await(Bench.PATIENCE);
            if (ended.filter(end -> end.exit() == 0).isPresent()) {
                return true;
            }
            wrong.add("the next run "
                    + ended.map(end -> "ended with " + end.exit() + ": " + said(end))
                            .orElse("did not end"));
        }
        return false;
    }

    private void rollBack(Map<String, List<String>> before, RunsSeen runsBefore) {
        List<String> words = new ArrayList<>(List.of("rollback", "-p", plan.profile(), "--yes"));
        if (plan.scenario().start() == Start.EMPTY) {
            words.addAll(List.of("--tag", "empty"));
        } else {
            Optional<RunsSeen.Seen> first =
                    RunsSeen.in(bench.server().jdbc(database)).since(runsBefore).firstComplete();
            if (first.isEmpty()) {
                wrong.add("no run has completed that could be taken back");
                return;
            }
            words.addAll(List.of("--run", first.get().id()));
        }
        Optional<Ended> ended = bench.start(folder, database, words).await(Bench.PATIENCE);
        if (ended.isEmpty()) {
            stuck.add("the rollback did not end");
        } else if (ended.get().exit() != 0) {
            wrong.add("the rollback ended with " + ended.get().exit() + ": " + said(ended.get()));
        } else if (!dump().equals(before)) {
            wrong.add("the rollback left something else than was there before");
        }
    }

    private RunsSeen status() {
        return RunsSeen.of(bench.run(folder, database, "status", "-p", plan.profile(), "--json")
                .out());
    }

    private CanonicalRows rows() {
        return bench.rows(database, plan.profile());
    }

    private Map<String, List<String>> dump() {
        return DatabaseDump.of(bench.server().jdbc(database), plan.profile());
    }

    private static String said(Ended ended) {
        return ended.err().strip();
    }
}
