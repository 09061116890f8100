package dev.ferry.report;

import dev.ferry.migration.LoginReport;
import dev.ferry.migration.LoginReport.Checked;
import dev.ferry.migration.LoginReport.Outcome;
import dev.ferry.report.Table.Column;
import java.util.List;

/** Writes how logins came out, for people: each login, and the sum below. */
final class LoginText {
    private final AppendableWriter out;
    private final Palette palette;

    LoginText(AppendableWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    void write(LoginReport report) {
        out.line("target: " + Visible.text(report.target()));
        out.line("");
        if (report.checks().isEmpty()) {
            out.line(palette.red("No login was checked: no user has a password."));
            return;
        }
        List<String> lines = new Table(
                        List.of(Column.words("login"), Column.words("password")),
                        report.checks().stream().map(LoginText::row).toList())
                .lines();
        out.line("  " + palette.faint(lines.get(0)));
        for (int i = 0; i < report.checks().size(); i++) {
            out.line("  " + paint(report.checks().get(i).outcome(), lines.get(i + 1)));
        }
        out.line("");
        out.line(Quantity.count(report.checks().size(), "login") + " checked: "
                + Quantity.count(report.count(Outcome.MATCHING)) + " matching, "
                + Quantity.count(report.count(Outcome.NOT_MATCHING)) + " not matching, "
                + Quantity.count(report.count(Outcome.MISSING)) + " missing, "
                + Quantity.count(report.count(Outcome.CANNOT_TELL)) + " cannot be told");
    }

    private static List<String> row(Checked check) {
        return List.of(Visible.text(check.login()), word(check.outcome()));
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case MATCHING -> "matches";
            case NOT_MATCHING -> "does not match";
            case MISSING -> "no such user";
            case CANNOT_TELL -> "cannot be told";
        };
    }

    private String paint(Outcome outcome, String line) {
        return switch (outcome) {
            case MATCHING -> line;
            case NOT_MATCHING, MISSING -> palette.red(line);
            case CANNOT_TELL -> palette.yellow(line);
        };
    }
}
