package dev.ferry.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.ferry.report.LikeViolations.Group;
import dev.ferry.validate.ConstraintReport;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The section {@code groups} of the HTML template: runs it for each group, and in it {@code pages} for each page. */
final class HtmlGroups implements Mustache.Lambda {
    /** Violations of a page. */
    static final int PAGE = 500;

    /** The most violations that a report may have for its groups to stand open from the start. */
    private static final int OPEN = 200;

    private final ConstraintReport report;

    HtmlGroups(ConstraintReport report) {
        this.report = report;
    }

    @Override
    public void execute(Template.Fragment body, Writer out) {
        LikeViolations violations = new LikeViolations(report);
        boolean open = report.violationCount() <= OPEN;
        for (Group group : violations.groups()) {
            Map<String, Object> context = new HashMap<>(HtmlContext.group(group));
            context.put("open", open);
            context.put("pages", (Mustache.Lambda) (page, target) -> writePages(violations, group, page, target));
            body.execute(context, out);
        }
    }

    private static void writePages(LikeViolations violations, Group group, Template.Fragment page, Writer out) {
        List<Map<String, Object>> rows = new ArrayList<>();
        long[] written = {0};
        violations.forEach(group, violation -> {
            rows.add(HtmlContext.violation(violation));
            if (rows.size() == PAGE) {
                written[0] += writePage(written[0], rows, group, page, out);
            }
        });
        if (!rows.isEmpty()) {
            writePage(written[0], rows, group, page, out);
        }
    }

    private static int writePage(
            long before, List<Map<String, Object>> rows, Group group, Template.Fragment page, Writer out) {
        int size = rows.size();
        page.execute(
                Map.of(
                        "first",
                        Quantity.count(before + 1),
                        "last",
                        Quantity.count(before + size),
                        "of",
                        Quantity.count(group.count()),
                        "pageOpen",
                        before == 0,
                        "onlyPage",
                        group.count() <= PAGE,
                        "violations",
                        rows),
                out);
        rows.clear();
        return size;
    }
}
