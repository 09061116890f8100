package dev.ferry.report;

import com.samskivert.mustache.Template;
import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.Summary;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a report as one HTML file that needs nothing else: no script, no style sheet, no network.
 *
 * <p>Every value passes through one escaper, which also makes hidden characters visible. Violations stand in folded
 * pages, which browsers leave out of layout until they are opened, so that large reports open too.
 */
final class HtmlReport {
    private static final Template TEMPLATE = HtmlTemplate.of("report.html.mustache");

    private HtmlReport() {}

    static void write(Appendable out, Command command, MigrationResult result) {
        AppendableWriter writer = new AppendableWriter(out);
        TEMPLATE.execute(context(command, result), writer);
        writer.flush();
    }

    private static Map<String, Object> context(Command command, MigrationResult result) {
        Summary summary = result.summary();
        Verdict verdict = Verdict.of(command, result);
        Table counts = command == Command.VALIDATE
                ? CountTable.ofCheck(summary.entities())
                : CountTable.ofRun(summary.entities());
        Map<String, Object> context = new HashMap<>();
        context.put("command", command.word());
        context.put("profile", summary.profile());
        context.put("status", result.status().name());
        context.put("tone", verdict.tone().name().toLowerCase(Locale.ROOT));
        context.put("headline", verdict.headline());
        context.put("measures", Verdict.measures(summary));
        context.put("next", verdict.next());
        context.put("target", summary.target());
        context.put("run", summary.run() == null ? "" : summary.run());
        context.put("tag", summary.tag() == null ? "" : summary.tag());
        context.put(
                "columns", counts.columns().stream().map(Table.Column::title).toList());
        context.put("counts", counts.rows());
        context.put("violationCount", Quantity.count(summary.report().violationCount()));
        context.put("anyViolation", summary.report().violationCount() > 0);
        context.put("groups", new HtmlGroups(summary.report()));
        context.put("warnings", HtmlContext.warnings(summary.report().warnings()));
        context.put(
                "differences",
                result instanceof MigrationResult.Mismatched mismatched ? mismatched.differences() : List.of());
        context.put(
                "previews",
                result instanceof MigrationResult.Rehearsed rehearsed
                        ? HtmlContext.previews(rehearsed.previews())
                        : List.of());
        return context;
    }
}
