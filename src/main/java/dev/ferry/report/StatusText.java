package dev.ferry.report;

import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunStatus;
import dev.ferry.migration.StatusReport;
import dev.ferry.report.Table.Column;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Writes what the ledger knows for people: one line per run, newest first, and what can be done about the newest. */
final class StatusText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final AppendableWriter out;
    private final Palette palette;

    StatusText(AppendableWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    void write(StatusReport report) {
        out.line("target: " + Visible.text(report.target()));
        out.line("rights: " + (report.canWrite() ? "may write" : palette.yellow("may only read")));
        report.holder().ifPresent(holder -> out.line("at work now: " + Visible.text(holder)));
        out.line("");
        if (report.runs().isEmpty()) {
            out.line("No run yet.");
            return;
        }
        List<String> lines = table(report.runs()).lines();
        out.line(palette.faint(lines.get(0)));
        for (int i = 0; i < report.runs().size(); i++) {
            Run run = report.runs().get(i);
            out.line(paint(run.status(), lines.get(i + 1)));
            run.message().ifPresent(message -> out.line("  " + Visible.text(message)));
        }
        writeNext(report.runs().get(0));
    }

    private void writeNext(Run newest) {
        if (newest.isStopped() && newest.isKept()) {
            out.line("");
            out.line(palette.bold("next") + ": "
                    + Visible.text(newest.batches() + (newest.batches() == 1 ? " batch" : " batches") + " of run "
                            + newest.id() + " are committed."));
            out.line("  to go on:         ferry " + Visible.text(newest.resumeCommand()));
            out.line("  to take it back:  ferry " + Visible.text(newest.undoCommand()));
            return;
        }
        String next = switch (newest.status()) {
            case INTERRUPTED, FAILED -> "nothing of run " + newest.id() + " was kept; run the same command again.";
            case REJECTED -> "nothing of run " + newest.id() + " was kept; correct the source and run again.";
            case COMPLETED -> "to take run " + newest.id() + " back: " + newest.undoCommand();
            default -> "";
        };
        if (!next.isEmpty()) {
            out.line("");
            out.line(palette.bold("next") + ": " + Visible.text(next));
        }
    }

    static Table table(List<Run> runs) {
        return new Table(
                List.of(
                        Column.words("run"),
                        Column.words("profile"),
                        Column.words("status"),
                        Column.words("started"),
                        Column.number("took"),
                        Column.number("read"),
                        Column.number("rejected"),
                        Column.number("inserted"),
                        Column.number("updated"),
                        Column.words("tag")),
                runs.stream().map(StatusText::row).toList());
    }

    private static List<String> row(Run run) {
        return List.of(
                run.id().value(),
                Visible.text(run.profile()),
                run.status().name(),
                time(run.started()),
                run.finished()
                        .map(finished -> Quantity.duration(
                                Duration.between(run.started(), finished).toMillis()))
                        .orElse("-"),
                total(run, EntityCount::read),
                total(run, EntityCount::rejected),
                total(run, EntityCount::inserted),
                total(run, EntityCount::updated),
                run.tag().map(Visible::text).orElse("-"));
    }

    /** An instant in UTC, to the second. */
    static String time(Instant instant) {
        return TIME.format(instant);
    }

    private static String total(Run run, ToLongFunction<EntityCount> count) {
        return Quantity.count(run.entities().stream().mapToLong(count).sum());
    }

    private String paint(RunStatus status, String line) {
        return switch (status) {
            case COMPLETED -> line;
            case RUNNING -> palette.green(line);
            case REHEARSED, ROLLED_BACK -> palette.faint(line);
            case REJECTED, MISMATCHED, FAILED, INTERRUPTED -> palette.red(line);
        };
    }
}
