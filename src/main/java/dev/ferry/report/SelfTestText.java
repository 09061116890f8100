package dev.ferry.report;

import dev.ferry.report.Table.Column;
import dev.ferry.selftest.Check;
import dev.ferry.selftest.Check.Outcome;
import dev.ferry.selftest.SelfTestReport;
import java.util.List;

/** Writes which promises profiles kept, for people: a table for each profile, and below it what was seen where one was not. */
final class SelfTestText {
    private final AppendableWriter out;
    private final Palette palette;

    SelfTestText(AppendableWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    void write(List<SelfTestReport> reports) {
        for (SelfTestReport report : reports) {
            write(report);
            out.line("");
        }
        long broken = reports.stream()
                .mapToLong(report -> report.count(Outcome.BROKEN))
                .sum();
        out.line(
                broken == 0
                        ? "Every promise was kept by " + Quantity.count(reports.size(), "profile") + "."
                        : palette.red(Quantity.count(broken, "promise") + " broken."));
    }

    private void write(SelfTestReport report) {
        out.line(palette.bold("profile " + Visible.text(report.profile())) + ", version "
                + Visible.text(report.version()));
        List<String> lines = new Table(
                        List.of(Column.words("promise"), Column.words("held"), Column.number("took")),
                        report.checks().stream().map(SelfTestText::row).toList())
                .lines();
        out.line("  " + palette.faint(lines.get(0)));
        for (int i = 0; i < report.checks().size(); i++) {
            Check check = report.checks().get(i);
            out.line("  " + paint(check.outcome(), lines.get(i + 1)));
            if (!check.detail().isEmpty()) {
                out.line("    " + Visible.text(check.detail()));
            }
        }
    }

    private static List<String> row(Check check) {
        return List.of(check.promise(), word(check.outcome()), Quantity.duration(check.durationMillis()));
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case HELD -> "yes";
            case BROKEN -> "NO";
            case UNTRIED -> "-";
        };
    }

    private String paint(Outcome outcome, String line) {
        return switch (outcome) {
            case HELD -> line;
            case BROKEN -> palette.red(line);
            case UNTRIED -> palette.faint(line);
        };
    }
}
