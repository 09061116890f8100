package dev.ferry.report;

import dev.ferry.migration.MigrationResult;
import dev.ferry.migration.Summary;
import dev.ferry.validate.Violation;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes the members of a run's result, as the schemas {@code migrate} and {@code validate} have them. */
final class JsonResult {
    private final JsonOutput json;
    private final JsonParts parts;
    private final Command command;

    JsonResult(JsonOutput json, Command command) {
        this.json = json;
        this.command = command;
        this.parts = new JsonParts(json);
    }

    /**
     * @param violations gives each violation that is to be listed to its argument
     */
    void write(MigrationResult result, Consumer<Consumer<Violation>> violations) {
        Summary summary = result.summary();
        json.text("profile", summary.profile())
                .textOrNull("target", Optional.of(summary.target()).filter(target -> !target.isEmpty()))
                .textOrNull("run", Optional.ofNullable(summary.run()))
                .text("status", result.status().name())
                .textOrNull("tag", Optional.ofNullable(summary.tag()))
                .array("entities", summary.entities(), parts::entity)
                .number("successRate", summary.successRate())
                .array(
                        "violations",
                        () -> violations.accept(violation -> json.element(() -> parts.violation(violation))))
                .number("violationCount", summary.report().violationCount())
                .array("warnings", summary.report().warnings(), parts::warning);
        if (result instanceof MigrationResult.Rehearsed rehearsed) {
            json.array("previews", rehearsed.previews(), parts::preview);
        }
        if (result instanceof MigrationResult.Mismatched mismatched) {
            json.texts("differences", mismatched.differences());
        }
        if (command == Command.MIGRATE) {
            json.textOrNull(
                    "backup", summary.backup().map(backup -> backup.file().toString()));
        }
        json.number("durationMillis", summary.durationMillis())
                .number("databaseMillis", summary.databaseMillis())
                .number("peakMemoryBytes", summary.peakMemoryBytes());
    }
}
