package dev.ferry.report;

import dev.ferry.migration.Preview;
import dev.ferry.report.LikeViolations.Group;
import dev.ferry.validate.Violation;
import dev.ferry.validate.Warning;
import java.util.List;
import java.util.Map;

/** The names by which the HTML template asks for values. */
final class HtmlContext {
    private HtmlContext() {}

    static Map<String, Object> group(Group group) {
        Violation first = group.first();
        return Map.of(
                "rule", first.constraint(),
                "title", group.title(),
                "field", group.field(),
                "entity", first.entity(),
                "file", first.position().file(),
                "count", Quantity.count(group.count(), "place"),
                "explanation", group.help().explanation(),
                "fix", group.help().fix());
    }

    static Map<String, Object> violation(Violation violation) {
        return Map.of(
                "place", Place.of(violation.position()),
                "pointer", Place.pointer(violation.position()),
                "id", violation.id(),
                "field", violation.field(),
                "value", violation.value(),
                "message", violation.message());
    }

    static List<Map<String, Object>> warnings(List<Warning> warnings) {
        return warnings.stream()
                .map(warning -> Map.<String, Object>of(
                        "rule", warning.rule(),
                        "entity", warning.entity(),
                        "field", warning.field(),
                        "count", Quantity.count(warning.count()),
                        "place", Place.of(warning),
                        "message", warning.message(),
                        "fix", RuleHelp.ofWarning(warning.rule()).fix()))
                .toList();
    }

    static List<Map<String, Object>> previews(List<Preview> previews) {
        return previews.stream()
                .map(preview -> Map.<String, Object>of(
                        "entity", preview.entity(),
                        "inserts", preview.inserts(),
                        "updates",
                                preview.updates().stream()
                                        .map(change -> Map.of(
                                                "key", change.key(), "columns", String.join(", ", change.columns())))
                                        .toList(),
                        "differing", MigrationText.differing(preview.differingColumns())))
                .toList();
    }
}
