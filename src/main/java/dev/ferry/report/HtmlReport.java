package dev.ferry.report;

import com.samskivert.mustache.Template;
import java.util.HashMap;
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

    static void write(Appendable out, Outcome outcome) {
        AppendableWriter writer = new AppendableWriter(out);
        TEMPLATE.execute(context(outcome), writer);
        writer.flush();
    }

    private static Map<String, Object> context(Outcome outcome) {
        Map<String, Object> context = new HashMap<>();
        context.put("command", outcome.command().word());
        context.put("profile", outcome.profile());
        context.put("status", outcome.status());
        context.put("tone", outcome.verdict().tone().name().toLowerCase(Locale.ROOT));
        context.put("headline", outcome.verdict().headline());
        context.put("measures", outcome.measures());
        context.put("next", outcome.verdict().next());
        context.put("target", outcome.target());
        context.put("run", outcome.run() == null ? "" : outcome.run());
        context.put("tag", outcome.tag() == null ? "" : outcome.tag());
        context.put(
                "columns",
                outcome.counts().columns().stream().map(Table.Column::title).toList());
        context.put("counts", outcome.counts().rows());
        context.put("violationCount", Quantity.count(outcome.report().violationCount()));
        context.put("anyViolation", outcome.report().violationCount() > 0);
        context.put("groups", new HtmlGroups(outcome.report()));
        context.put("warnings", HtmlContext.warnings(outcome.report().warnings()));
        context.put("differences", outcome.differences());
        context.put("previews", HtmlContext.previews(outcome.previews()));
        return context;
    }
}
