package dev.ferry.report;

import dev.ferry.database.DatabaseException;
import dev.ferry.failure.FerryException;
import dev.ferry.ledger.Drift;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunId;
import dev.ferry.migration.Preview;
import dev.ferry.source.BindingException;
import dev.ferry.source.Position;
import dev.ferry.validate.Violation;
import dev.ferry.validate.Warning;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Writes the objects that several documents have in common, member by member as their schemas have them. */
final class JsonParts {
    private final JsonOutput json;

    JsonParts(JsonOutput json) {
        this.json = json;
    }

    void entity(EntityCount entity) {
        json.text("entity", entity.entity())
                .number("read", entity.read())
                .number("filtered", entity.filtered())
                .number("valid", entity.valid())
                .number("rejected", entity.rejected())
                .number("inserted", entity.inserted())
                .number("updated", entity.updated())
                .number("unchanged", entity.unchanged())
                .number("skipped", entity.skipped())
                .number("deleted", entity.deleted());
    }

    void violation(Violation violation) {
        json.text("entity", violation.entity())
                .text("id", violation.id())
                .text("field", violation.field())
                .text("constraint", violation.constraint())
                .text("message", violation.message())
                .text("value", violation.value());
        position(violation.position());
    }

    void warning(Warning warning) {
        json.text("entity", warning.entity())
                .text("field", warning.field())
                .text("rule", warning.rule())
                .text("message", warning.message())
                .number("count", warning.count())
                .text("file", warning.position().file())
                .number(
                        "line",
                        Place.isAboutRecords(warning) ? warning.position().line() : 0)
                .number(
                        "column",
                        Place.isAboutRecords(warning) ? warning.position().column() : 0)
                .text("pointer", warning.position().pointer());
    }

    void position(Position position) {
        json.text("file", position.file())
                .text("section", position.section())
                .number("index", position.index())
                .number("line", position.line())
                .number("column", position.column())
                .text("pointer", position.pointer());
    }

    void preview(Preview preview) {
        json.text("entity", preview.entity())
                .texts("inserts", preview.inserts())
                .array(
                        "updates",
                        preview.updates(),
                        change -> json.text("key", change.key()).texts("columns", change.columns()))
                .object(
                        "differingColumns",
                        () -> inOrder(preview.differingColumns()).forEach(json::number));
    }

    /** A document must not change from run to run because a map's order does. */
    private static Map<String, Long> inOrder(Map<String, Long> counts) {
        return new TreeMap<>(counts);
    }

    void run(Run run) {
        json.text("run", run.id().value())
                .text("profile", run.profile())
                .text("schema", run.schema())
                .text("status", run.status().name())
                .textOrNull("tag", run.tag())
                .text("source", run.source())
                .textOrNull("sourceSha256", run.sourceSha256())
                .text("started", run.started().toString())
                .textOrNull("finished", run.finished().map(Instant::toString))
                .text("holder", run.holder())
                .number("batches", run.batches())
                .array("entities", run.entities(), this::entity)
                .textOrNull("message", run.message())
                .text("commit", run.commit().name());
        if (run.isStopped() && run.isKept()) {
            json.text("resume", run.resumeCommand()).text("undo", run.undoCommand());
        }
    }

    void drift(Drift drift) {
        json.textOrNull("run", drift.run().map(RunId::value))
                .text("table", drift.table())
                .text("key", drift.key())
                .text("kind", drift.kind().name())
                .text("detail", drift.detail());
    }

    void error(FerryException failure) {
        json.text("message", failure.getMessage())
                .textOrNull("advice", failure.advice())
                .number("exitCode", failure.exitCode().status());
        if (failure instanceof DatabaseException database) {
            database.sqlState().ifPresent(state -> json.text("sqlState", state));
        }
        if (failure instanceof BindingException binding) {
            json.text("constraint", binding.rule()).text("value", binding.value());
            position(binding.position());
        }
    }
}
