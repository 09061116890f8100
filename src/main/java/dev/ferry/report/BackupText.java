package dev.ferry.report;

import dev.ferry.backup.BackupFile;
import dev.ferry.backup.BackupList;
import dev.ferry.backup.ListedBackup;
import dev.ferry.backup.Manifest;
import dev.ferry.migration.BackupResult;
import dev.ferry.report.Table.Column;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes which backup was taken, or which ones are there, for people. */
final class BackupText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final AppendableWriter out;
    private final Palette palette;

    BackupText(AppendableWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    void write(BackupResult result) {
        BackupFile backup = result.backup();
        Manifest manifest = backup.manifest();
        if (manifest.kind() == Manifest.Kind.SOURCE) {
            table(
                    List.of(Column.words("file"), Column.number("size")),
                    manifest.files().stream()
                            .map(file -> List.of(Visible.text(file.name()), Quantity.size(file.bytes())))
                            .toList());
        } else {
            table(List.of(Column.words("table"), Column.number("rows")), rows(manifest));
        }
        out.line("");
        result.pruned().forEach(file -> out.line("deleted: " + Visible.text(file.toString())));
        out.line(palette.green(
                        "Saved: " + Visible.text(backup.file().toString()) + ", " + Quantity.size(backup.bytes()) + ".")
                + palette.faint(" Took " + Quantity.duration(result.durationMillis()) + "."));
    }

    private static List<List<String>> rows(Manifest manifest) {
        List<List<String>> rows = new ArrayList<>();
        manifest.tables()
                .forEach(table -> rows.add(List.of(
                        Visible.text(table.name()), Quantity.count(table.entry().records()))));
        if (rows.size() > 1) {
            rows.add(List.of("total", Quantity.count(manifest.rows())));
        }
        return rows;
    }

    void write(BackupList list) {
        if (list.backups().isEmpty()) {
            out.line("No backup in " + Visible.text(list.folder().toString()) + ".");
            return;
        }
        List<Column> columns = List.of(
                Column.words("created"),
                Column.words("profile"),
                Column.words("schema"),
                Column.number("rows"),
                Column.number("size"),
                Column.words("tag"),
                Column.words("file"));
        List<List<String>> rows = list.backups().stream()
                .flatMap(backup -> backup.manifest().map(manifest -> row(backup, manifest)).stream())
                .toList();
        if (!rows.isEmpty()) {
            table(columns, rows);
        }
        for (ListedBackup backup : list.backups()) {
            backup.damage()
                    .ifPresent(damage -> out.line(palette.red("damaged") + ": "
                            + Visible.text(backup.file().toString()) + ": " + Visible.text(damage)));
        }
    }

    private static List<String> row(ListedBackup backup, Manifest manifest) {
        boolean source = manifest.kind() == Manifest.Kind.SOURCE;
        return List.of(
                TIME.format(manifest.created()),
                Visible.text(manifest.profile()),
                source ? "(source)" : Visible.text(manifest.schema()),
                source ? "-" : Quantity.count(manifest.rows()),
                Quantity.size(backup.bytes()),
                Visible.text(manifest.tag().orElse("-")),
                Visible.text(backup.file().toString()));
    }

    private void table(List<Column> columns, List<List<String>> rows) {
        List<String> lines = new Table(columns, rows).lines();
        out.line("  " + palette.faint(lines.get(0)));
        lines.subList(1, lines.size()).forEach(line -> out.line("  " + line));
    }

    /** When a backup was made. */
    static String created(Manifest manifest) {
        return TIME.format(manifest.created());
    }
}
