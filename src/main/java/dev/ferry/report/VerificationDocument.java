package dev.ferry.report;

import dev.ferry.migration.VerificationResult;
import dev.ferry.migration.VerificationResult.ProofCheck;
import dev.ferry.migration.VerifiedEntity;
import dev.ferry.report.JsonOutput.Layout;
import dev.ferry.validate.Violation;
import dev.ferry.verify.Difference;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes how a verification came out as JSON. */
final class VerificationDocument {
    private final JsonOutput json;
    private final JsonParts parts;

    private VerificationDocument(JsonOutput json) {
        this.json = json;
        this.parts = new JsonParts(json);
    }

    /** Writes it with as many differences and violations as are listed. */
    static void write(Appendable out, VerificationResult result) {
        JsonDocuments.write(
                out,
                Layout.ONE_LINE,
                Command.VERIFY,
                json -> new VerificationDocument(json)
                        .write(
                                result,
                                result.differences().listed()::forEach,
                                result.report().listed()::forEach));
    }

    /** Writes it with all of them, for a file. */
    static void writeAll(Appendable out, VerificationResult result) {
        JsonDocuments.write(
                out,
                Layout.INDENTED,
                Command.VERIFY,
                json -> new VerificationDocument(json)
                        .write(result, result.differences()::forEach, result.report()::forEach));
    }

    private void write(
            VerificationResult result,
            Consumer<Consumer<Difference>> differences,
            Consumer<Consumer<Violation>> violations) {
        json.text("profile", result.profile())
                .text("target", result.target())
                .textOrNull("run", Optional.ofNullable(result.run()))
                .text("status", result.status().name())
                .textOrNull("tag", Optional.ofNullable(result.tag()))
                .array("entities", result.entities(), this::entity)
                .array("differences", () -> differences.accept(difference -> json.element(() -> write(difference))))
                .number("differenceCount", result.differences().count())
                .array(
                        "violations",
                        () -> violations.accept(violation -> json.element(() -> parts.violation(violation))))
                .number("violationCount", result.report().violationCount())
                .array("warnings", result.warnings(), parts::warning);
        json.object("proof", () -> {
            json.textOrNull("written", result.proof().map(Object::toString))
                    .textOrNull(
                            "checked", result.check().map(check -> check.file().toString()));
            json.array("deviations", () -> result.check().ifPresent(this::deviations));
        });
        json.number("durationMillis", result.durationMillis())
                .number("databaseMillis", result.databaseMillis())
                .number("peakMemoryBytes", result.peakMemoryBytes());
    }

    private void entity(VerifiedEntity entity) {
        json.text("entity", entity.entity())
                .number("read", entity.read())
                .number("filtered", entity.filtered())
                .number("valid", entity.valid())
                .number("rejected", entity.rejected())
                .number("matching", entity.matching())
                .number("missing", entity.missing())
                .number("different", entity.different())
                .number("unexpected", entity.unexpected());
    }

    private void write(Difference difference) {
        json.text("entity", difference.entity())
                .text("id", difference.id())
                .text("kind", difference.kind().name().toLowerCase(Locale.ROOT))
                .text("field", difference.column())
                .textOrNull("expected", difference.expected())
                .textOrNull("found", difference.found());
        parts.position(difference.position());
    }

    private void deviations(ProofCheck check) {
        check.deviations()
                .forEach(deviation -> json.element(() -> json.text("part", deviation.part())
                        .text("entity", deviation.entity())
                        .text("proved", deviation.proved())
                        .text("found", deviation.found())));
    }
}
