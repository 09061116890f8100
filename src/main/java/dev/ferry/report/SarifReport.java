package dev.ferry.report;

import dev.ferry.report.JsonOutput.Layout;
import dev.ferry.source.Position;
import dev.ferry.validate.ConstraintReport;
import dev.ferry.validate.Violation;
import dev.ferry.validate.Warning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Writes a report as SARIF, for code scanning and editors (OASIS, Static Analysis Results Interchange Format 2.1.0).
 *
 * <p>Violations are results of level error, warnings of level warning; the counts behind a warning and the values are
 * properties. A warning about no record is a notification, since code scanning refuses results without a location.
 * Nothing is capped; GitHub takes files of up to 25,000 results and shows 5,000 of them.
 */
final class SarifReport {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static final Predicate<Warning> HAS_PLACE = Place::isAboutRecords;

    private final JsonOutput json;
    private final List<String> rules;
    private final List<String> files;
    private final Set<String> broken = new HashSet<>();

    private SarifReport(JsonOutput json, ConstraintReport report) {
        Set<String> ruleNames = new LinkedHashSet<>();
        Set<String> fileNames = new LinkedHashSet<>();
        report.forEach(violation -> {
            ruleNames.add(violation.constraint());
            broken.add(violation.constraint());
            fileNames.add(violation.position().file());
        });
        warnings(report, HAS_PLACE).forEach(warning -> {
            ruleNames.add(warning.rule());
            fileNames.add(warning.position().file());
        });
        this.json = json;
        this.rules = new ArrayList<>(ruleNames);
        this.files = new ArrayList<>(fileNames);
    }

    static void write(Appendable out, Outcome outcome) {
        JsonOutput.write(
                out,
                Layout.INDENTED,
                json -> json.text("$schema", SCHEMA)
                        .text("version", "2.1.0")
                        .array(
                                "runs",
                                () -> json.element(() -> new SarifReport(json, outcome.report()).writeRun(outcome))));
    }

    private void writeRun(Outcome outcome) {
        ConstraintReport report = outcome.report();
        json.object("tool", () -> json.object("driver", this::writeDriver))
                .object(
                        "automationDetails",
                        () -> json.text(
                                "id",
                                "ferry/" + outcome.profile() + "/"
                                        + Optional.ofNullable(outcome.run()).orElse("")))
                .array("invocations", () -> json.element(() -> writeInvocation(outcome)))
                .text("columnKind", "unicodeCodePoints")
                .array(
                        "artifacts",
                        files,
                        file -> json.object("location", () -> json.text("uri", ArtifactUri.of(file))))
                .array("results", () -> {
                    report.forEach(violation -> json.element(() -> writeResult(violation)));
                    warnings(report, HAS_PLACE).forEach(warning -> json.element(() -> writeResult(warning)));
                });
    }

    private void writeDriver() {
        json.text("name", "Ferry");
        Optional.ofNullable(SarifReport.class.getPackage().getImplementationVersion())
                .ifPresent(version -> json.text("version", version));
        json.array("rules", rules, rule -> {
            RuleHelp help = broken.contains(rule) ? RuleHelp.of(rule) : RuleHelp.ofWarning(rule);
            json.text("id", rule)
                    .object("shortDescription", () -> json.text("text", help.explanation()))
                    .object("fullDescription", () -> json.text("text", help.explanation() + " " + help.fix()))
                    .object("help", () -> json.text("text", help.fix()));
        });
    }

    private void writeInvocation(Outcome outcome) {
        // The tool did its work when it found something; a run did not when its own proof failed.
        json.truth(
                        "executionSuccessful",
                        outcome.command() == Command.VERIFY
                                || outcome.differences().isEmpty())
                .number("exitCode", outcome.exitCode().status());
        json.array("toolExecutionNotifications", () -> {
            warnings(outcome.report(), HAS_PLACE.negate())
                    .forEach(warning -> json.element(() -> writeNotification("warning", warning.message())));
            outcome.differences().forEach(difference -> json.element(() -> writeNotification("error", difference)));
        });
    }

    private void writeNotification(String level, String message) {
        json.text("level", level).object("message", () -> json.text("text", message));
    }

    private static List<Warning> warnings(ConstraintReport report, Predicate<Warning> kind) {
        return report.warnings().stream().filter(kind).toList();
    }

    private void writeResult(Violation violation) {
        writeRule(violation.constraint(), "error", violation.message());
        writeLocation(violation.position(), violation.id());
        json.object(
                "properties",
                () -> json.text("entity", violation.entity())
                        .text("id", violation.id())
                        .text("field", violation.field())
                        .text("value", violation.value()));
    }

    private void writeResult(Warning warning) {
        writeRule(warning.rule(), "warning", warning.message());
        writeLocation(warning.position(), "");
        json.object(
                "properties",
                () -> json.text("entity", warning.entity())
                        .text("field", warning.field())
                        .number("count", warning.count()));
    }

    private void writeRule(String rule, String level, String message) {
        json.text("ruleId", rule)
                .number("ruleIndex", rules.indexOf(rule))
                .text("level", level)
                .object("message", () -> json.text("text", message));
    }

    private void writeLocation(Position position, String id) {
        json.array(
                "locations",
                () -> json.element(() -> {
                    json.object("physicalLocation", () -> {
                        json.object(
                                "artifactLocation",
                                () -> json.text("uri", ArtifactUri.of(position.file()))
                                        .number("index", files.indexOf(position.file())));
                        if (Place.isInFile(position) && !position.inTable()) {
                            json.object(
                                    "region",
                                    () -> json.number("startLine", position.line())
                                            .number("startColumn", position.column()));
                        }
                    });
                    json.array(
                            "logicalLocations",
                            () -> json.element(() -> {
                                if (!id.isEmpty()) {
                                    json.text("name", id);
                                }
                                json.text("fullyQualifiedName", position.pointer());
                            }));
                }));
    }
}
