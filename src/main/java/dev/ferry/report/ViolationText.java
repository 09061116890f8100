package dev.ferry.report;

import dev.ferry.report.LikeViolations.Group;
import dev.ferry.source.Position;
import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.Violation;
import dev.ferry.validate.Warning;
import java.util.Locale;

/** Writes violations and warnings as a compiler does: the rule, the place, what stands there, what to do. */
final class ViolationText {
    /** The longest excerpt, in code points: about a line of a terminal. */
    private static final int EXCERPT = 100;

    private final AppendableWriter out;
    private final Palette palette;

    ViolationText(AppendableWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    /** Writes the first places of each group and how many more there are. */
    void writeSamples(ConstraintReport report) {
        for (Group group : new LikeViolations(report).groups()) {
            writeHead(group);
            group.samples().forEach(violation -> writePlace(violation, group));
            long more = group.count() - group.samples().size();
            if (more > 0) {
                out.line("  … and " + Quantity.count(more) + " more like it");
            }
            writeHelp(group.help());
        }
    }

    /** Writes every place of each group. */
    void writeAll(ConstraintReport report) {
        LikeViolations violations = new LikeViolations(report);
        for (Group group : violations.groups()) {
            writeHead(group);
            violations.forEach(group, violation -> writePlace(violation, group));
            writeHelp(group.help());
        }
    }

    /** Writes a warning with its count and the first place. */
    void write(Warning warning) {
        String times = warning.count() == 1 ? "" : " (" + Quantity.count(warning.count()) + " times)";
        out.line(palette.yellow("warning[" + Visible.text(warning.rule()) + "]")
                + palette.bold(": " + Visible.text(warning.message()))
                + times);
        String first = warning.count() > 1 ? "first seen here: " : "";
        if (Place.isAboutRecords(warning)) {
            Position position = warning.position();
            String note = position.pointer().isEmpty() ? "" : first + subject(warning.entity(), "", position);
            new Excerpt(position, "", "", "", note).write(out, palette);
        }
        writeHelp(RuleHelp.ofWarning(warning.rule()));
    }

    private void writeHead(Group group) {
        String times = group.count() == 1 ? "" : " (" + Quantity.count(group.count()) + " times)";
        out.line(palette.red("error[" + Visible.text(group.first().constraint()) + "]")
                + palette.bold(": " + Visible.text(group.title()))
                + times);
    }

    private void writePlace(Violation violation, Group group) {
        Position position = violation.position();
        new Excerpt(
                        position,
                        Visible.text(violation.field(), EXCERPT),
                        value(violation),
                        violation.message().equals(group.title()) ? "" : Visible.text(violation.message()),
                        subject(violation.entity(), violation.id(), position))
                .write(out, palette);
    }

    /** An empty value is shown by its quotes; nobody would see it otherwise. */
    private static String value(Violation violation) {
        boolean shownEmpty = violation.value().isEmpty() && !violation.field().isEmpty();
        return shownEmpty ? "\"\"" : Visible.text(violation.value(), EXCERPT);
    }

    private String subject(String entity, String id, Position position) {
        StringBuilder subject = new StringBuilder(entity.isEmpty() ? "" : palette.bold(Visible.text(entity)));
        if (!id.isEmpty()) {
            subject.append(" '").append(Visible.text(id, EXCERPT)).append('\'');
        } else if (!entity.isEmpty() && position.index() >= 0 && Place.isInFile(position)) {
            subject.append(String.format(Locale.ROOT, " record %,d", position.index() + 1));
        }
        if (!position.pointer().isEmpty()) {
            subject.append(subject.isEmpty() ? "at " : " at ").append(Visible.text(Place.pointer(position)));
        }
        return subject.toString();
    }

    private void writeHelp(RuleHelp help) {
        out.line(palette.green("help") + ": " + help.explanation() + " " + help.fix());
        out.line("");
    }
}
