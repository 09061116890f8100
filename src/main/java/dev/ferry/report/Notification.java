package dev.ferry.report;

import dev.ferry.database.DatabaseException;
import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.ledger.EntityCount;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.RollbackPlan;
import dev.ferry.migration.RollbackResult;
import dev.ferry.migration.Summary;
import dev.ferry.report.JsonOutput.Layout;
import dev.ferry.source.BindingException;
import dev.ferry.validate.Violation;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a command ended, for a web hook: what {@code --json} prints without anything of the source, and a line for people in the
 * member {@code text}, which Slack and its likes show.
 *
 * <p>Of violations there are only their number and the names of the rules that are broken most, since a chat room is no place
 * for rejected records.
 */
public final class Notification {
    private static final int CONSTRAINTS = 5;
    private static final int LONGEST_MESSAGE = 300;

    private final Command command;
    private final String text;
    private final Consumer<JsonOutput> members;

    private Notification(Command command, String text, Consumer<JsonOutput> members) {
        this.command = command;
        this.text = text;
        this.members = members;
    }

    /** Of a migration or a validation. Its report is read here and may be closed. */
    public static Notification ofRun(Command command, MigrationResult result) {
        Summary summary = result.summary();
        long violations = summary.report().violationCount();
        int warnings = summary.report().warnings().size();
        List<Map.Entry<String, Long>> constraints = constraints(summary);
        String text = line(
                summary.profile() + " " + result.status().name() + ": " + counts(summary, violations),
                Optional.ofNullable(summary.run()).map("run "::concat),
                Optional.ofNullable(summary.tag()).map("tag "::concat),
                Optional.of(summary.target())
                        .filter(target -> !target.isEmpty())
                        .map("on "::concat));
        return new Notification(
                command,
                text,
                json -> json.text("profile", summary.profile())
                        .textOrNull("target", Optional.of(summary.target()).filter(target -> !target.isEmpty()))
                        .textOrNull("run", Optional.ofNullable(summary.run()))
                        .text("status", result.status().name())
                        .textOrNull("tag", Optional.ofNullable(summary.tag()))
                        .array("entities", summary.entities(), new JsonParts(json)::entity)
                        .number("successRate", summary.successRate())
                        .number("violationCount", violations)
                        .array(
                                "constraints",
                                constraints,
                                each -> json.text("constraint", each.getKey()).number("count", each.getValue()))
                        .number("warningCount", warnings)
                        .number("durationMillis", summary.durationMillis())
                        .number("databaseMillis", summary.databaseMillis())
                        .number("peakMemoryBytes", summary.peakMemoryBytes()));
    }

    /** Of a rollback that was planned and not done, or had nothing to do. */
    public static Notification ofPlan(RollbackPlan plan) {
        return ofRollback("PLANNED", new RollbackResult(plan, List.of(), List.of(), 0));
    }

    /** Of a rollback that was done. */
    public static Notification ofRollback(RollbackResult result) {
        return ofRollback("ROLLED_BACK", result);
    }

    private static Notification ofRollback(String status, RollbackResult result) {
        RollbackPlan plan = result.plan();
        List<String> runs = plan.runs().stream().map(run -> run.id().value()).toList();
        String text = line(
                "rollback " + status + ": " + Quantity.count(runs.size(), "run") + " and "
                        + Quantity.count(plan.changesets().size(), "schema changeset"),
                runs.stream().findFirst().map("back to before run "::concat).filter(any -> runs.size() == 1),
                Optional.of("on " + plan.target()));
        return new Notification(
                Command.ROLLBACK,
                text,
                json -> json.text("target", plan.target())
                        .text("status", status)
                        .texts("runs", runs)
                        .number("changesets", plan.changesets().size())
                        .array("entities", result.entities(), new JsonParts(json)::entity)
                        .number("drift", result.drift().size())
                        .number("durationMillis", result.durationMillis()));
    }

    /** Of a command that failed, where the target is named if it was known. */
    public static Notification ofFailure(Attempt attempt, Optional<String> target, FerryException failure) {
        String word = failure.exitCode() == ExitCode.INTERRUPTED ? "INTERRUPTED" : "FAILED";
        String text = line(
                attempt.profile().orElse(attempt.command().word()) + " " + word + ": " + message(failure),
                attempt.run().map("run "::concat),
                target.map("on "::concat));
        return new Notification(
                attempt.command(),
                text,
                json -> json.textOrNull("profile", attempt.profile())
                        .textOrNull("target", target)
                        .textOrNull("run", attempt.run())
                        .text("status", "FAILED")
                        .object("error", () -> {
                            json.text("message", message(failure))
                                    .number("exitCode", failure.exitCode().status());
                            if (failure instanceof DatabaseException database) {
                                database.sqlState().ifPresent(state -> json.text("sqlState", state));
                            }
                        }));
    }

    /** Writes it as one JSON document in one line. */
    public void write(Appendable out, ExitCode exitCode) {
        JsonDocuments.write(out, Layout.ONE_LINE, command, json -> {
            members.accept(json);
            json.number("exitCode", exitCode.status()).text("text", text);
        });
    }

    /** The first line; of a source that cannot be read only where it is at fault, since the message quotes it. */
    private static String message(FerryException failure) {
        String first = failure instanceof BindingException broken
                ? "the source cannot be read (" + broken.rule() + ") at " + broken.position()
                : failure.getMessage().lines().findFirst().orElse("");
        return Visible.cut(first, LONGEST_MESSAGE);
    }

    private static String counts(Summary summary, long violations) {
        String rows = Quantity.count(rows(summary, EntityCount::inserted)) + " inserted, "
                + Quantity.count(rows(summary, EntityCount::updated)) + " updated, "
                + Quantity.count(rows(summary, EntityCount::rejected)) + " rejected";
        return violations == 0 ? rows : rows + " (" + Quantity.count(violations, "violation") + ")";
    }

    private static long rows(Summary summary, ToLongFunction<EntityCount> count) {
        return summary.entities().stream().mapToLong(count).sum();
    }

    private static List<Map.Entry<String, Long>> constraints(Summary summary) {
        Map<String, Long> counts = new TreeMap<>();
        Consumer<Violation> add = violation -> counts.merge(violation.constraint(), 1L, Long::sum);
        summary.report().forEach(add);
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(CONSTRAINTS)
                .map(Map.Entry::copyOf)
                .toList();
    }

    /** In chats {@code <…>} addresses people and links, so that it must not come from a file's or a tag's name. */
    @SafeVarargs
    @SuppressWarnings("varargs") // Read only.
    private static String line(String start, Optional<String>... parts) {
        return Visible.text(Stream.concat(Stream.of(start), Arrays.stream(parts).flatMap(Optional::stream))
                        .collect(Collectors.joining(", ")))
                .replace('<', '\u2039')
                .replace('>', '\u203a');
    }
}
