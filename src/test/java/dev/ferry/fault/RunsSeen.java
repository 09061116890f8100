package dev.ferry.fault;

import dev.ferry.DatabaseDump;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The runs that {@code status --json} or the ledger itself tells of, newest first.
 *
 * @param runs each with its status
 */
record RunsSeen(List<Seen> runs) {
    private static final JsonMapper JSON = new JsonMapper();

    /** A run's id and where it stands. */
    record Seen(String id, String status) {
        boolean is(String... statuses) {
            return List.of(statuses).contains(status);
        }
    }

    RunsSeen {
        runs = List.copyOf(runs);
    }

    static RunsSeen of(String document) {
        List<Seen> runs = new ArrayList<>();
        for (JsonNode run : JSON.readTree(document).get("runs")) {
            runs.add(new Seen(run.get("run").stringValue(), run.get("status").stringValue()));
        }
        return new RunsSeen(runs);
    }

    /** As the ledger has them, which says RUNNING also of a run that was interrupted. */
    static RunsSeen in(String url) {
        if (DatabaseDump.value(url, "SELECT to_regclass('ferry.runs') IS NULL").equals("t")) {
            return new RunsSeen(List.of());
        }
        return new RunsSeen(
                DatabaseDump.column(
                                url,
                                "SELECT run_id || ' ' || status FROM ferry.runs ORDER BY started_at DESC, run_id DESC")
                        .stream()
                        .map(run -> new Seen(run.split(" ", 2)[0], run.split(" ", 2)[1]))
                        .toList());
    }

    /** Those that were not there before. */
    RunsSeen since(RunsSeen before) {
        return new RunsSeen(runs.stream()
                .filter(run -> before.runs.stream().noneMatch(old -> old.id().equals(run.id())))
                .toList());
    }

    Optional<Seen> newest() {
        return runs.stream().findFirst();
    }

    boolean any(String... statuses) {
        return runs.stream().anyMatch(run -> run.is(statuses));
    }

    /** The first that completed. */
    Optional<Seen> firstComplete() {
        return runs.stream().filter(run -> run.is("COMPLETED")).reduce((newer, older) -> older);
    }
}
