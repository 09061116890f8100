package dev.ferry.report;

import dev.ferry.backup.BackupFile;
import dev.ferry.backup.BackupList;
import dev.ferry.backup.ListedBackup;
import dev.ferry.backup.Manifest;
import dev.ferry.migration.BackupResult;
import dev.ferry.migration.RestorePlan;
import dev.ferry.migration.RestoreResult;
import java.nio.file.Path;
import java.util.Optional;

/** Writes the members about backups, as the schemas {@code backup}, {@code restore} and {@code rollback} have them. */
final class JsonBackups {
    private final JsonOutput json;

    JsonBackups(JsonOutput json) {
        this.json = json;
    }

    void taken(BackupResult result) {
        BackupFile backup = result.backup();
        json.text("status", "TAKEN");
        file(backup);
        json.array(
                        "tables",
                        backup.manifest().tables(),
                        table -> json.text("table", table.name())
                                .number("rows", table.entry().records())
                                .text("sha256", table.entry().sha256()))
                .array(
                        "files",
                        backup.manifest().files(),
                        file -> json.text("file", file.name())
                                .number("bytes", file.bytes())
                                .text("sha256", file.sha256()))
                .texts("pruned", result.pruned().stream().map(Path::toString).toList())
                .number("durationMillis", result.durationMillis());
    }

    void list(BackupList list) {
        json.text("status", "LISTED")
                .text("folder", list.folder().toString())
                .array("backups", list.backups(), this::listed);
    }

    private void listed(ListedBackup backup) {
        json.text("file", backup.file().toString())
                .number("bytes", backup.bytes())
                .textOrNull("damage", backup.damage());
        if (backup.manifest().isPresent()) {
            manifest(backup.manifest().get());
        }
    }

    void plan(String status, RestorePlan plan) {
        json.text("status", status)
                .text("target", plan.target())
                .text("targetSchema", plan.schema())
                .object("backup", () -> file(plan.backup()))
                .array(
                        "tables",
                        plan.tables(),
                        table -> json.text("table", table.table())
                                .number("rows", table.now())
                                .number("savedRows", table.saved()));
    }

    void restored(RestoreResult result) {
        plan("RESTORED", result.plan());
        json.text("run", result.run().value())
                .text("tag", result.tag())
                .array("entities", result.entities(), new JsonParts(json)::entity)
                .number("durationMillis", result.durationMillis());
    }

    private void file(BackupFile backup) {
        json.text("file", backup.file().toString())
                .number("bytes", backup.bytes())
                .text("sha256", backup.sha256());
        manifest(backup.manifest());
    }

    private void manifest(Manifest manifest) {
        json.text("kind", manifest.kind().name())
                .text("profile", manifest.profile())
                .textOrNull("schema", Optional.of(manifest.schema()).filter(schema -> !schema.isEmpty()))
                .textOrNull(
                        "schemaVersion",
                        Optional.of(manifest.version().digest()).filter(digest -> !digest.isEmpty()))
                .text("ferryVersion", manifest.ferryVersion())
                .text("origin", manifest.origin())
                .text("created", manifest.created().toString())
                .textOrNull("tag", manifest.tag())
                .number("rows", manifest.rows());
    }
}
