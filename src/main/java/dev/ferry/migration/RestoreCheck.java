package dev.ferry.migration;

import static dev.ferry.database.Identifier.quoted;

import dev.ferry.backup.Manifest;
import dev.ferry.backup.SavedTable;
import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.SchemaVersion;
import dev.ferry.ledger.TableShape;
import dev.ferry.migration.RestorePlan.TableRows;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.source.Excerpt;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether a backup fits a profile and a schema; every way in which it does not is a refusal. */
final class RestoreCheck {
    private final Path file;
    private final Manifest manifest;
    private final Profile profile;
    private final String schema;

    RestoreCheck(RestoreRequest request) {
        this.file = request.archive().file().file();
        this.manifest = request.archive().manifest();
        this.profile = request.profile();
        this.schema = request.schema();
    }

    /** Checks what can be checked without the database. */
    void requireOwn() {
        if (manifest.kind() == Manifest.Kind.SOURCE) {
            throw new RefusalException(
                    "the backup " + file + " holds the files of a source, no rows",
                    "unpack it, unzip " + file + " 'source/*', and migrate the folder source");
        }
        if (!manifest.profile().equals(profile.name())) {
            throw new RefusalException(
                    "the backup " + file + " is of profile " + Excerpt.of(manifest.profile()) + ", not of "
                            + profile.name(),
                    "give -p " + Excerpt.of(manifest.profile()));
        }
    }

    /** Checks the schema as the connection sees it; gives the rows of each table there. */
    List<TableRows> requireFitting(Connection connection) throws SQLException {
        SchemaVersion here = SchemaVersion.of(connection, schema);
        if (!here.digest().equals(manifest.version().digest())) {
            throw new RefusalException(
                    "the backup " + file + " has schema version " + described(manifest.version()) + ", and schema "
                            + schema + " has " + described(here),
                    "restore it with Ferry " + Excerpt.of(manifest.ferryVersion())
                            + ", which made it, into an empty database");
        }
        List<String> expected =
                Step.tables(profile.steps()).stream().map(Table::name).sorted().toList();
        List<String> found =
                manifest.tables().stream().map(SavedTable::name).sorted().toList();
        if (!found.equals(expected)) {
            throw new RefusalException(
                    "the backup " + file + " has the tables " + Excerpt.of(found.toString())
                            + ", and profile " + profile.name() + " has "
                            + expected,
                    null);
        }
        List<TableRows> rows = new ArrayList<>();
        for (SavedTable table : manifest.tables()) {
            requireSameColumns(connection, table);
            rows.add(new TableRows(
                    table.name(), count(connection, table.name()), table.entry().records()));
        }
        return rows;
    }

    private static String described(SchemaVersion version) {
        List<String> changesets = version.changesets();
        return changesets.isEmpty()
                ? "none"
                : Excerpt.of(version.digest()) + " (" + changesets.size() + " changesets, the last "
                        + Excerpt.of(changesets.get(changesets.size() - 1)) + ")";
    }

    private void requireSameColumns(Connection connection, SavedTable table) throws SQLException {
        TableShape shape = TableShape.find(connection, schema, table.name())
                .orElseThrow(() -> new RefusalException(
                        "schema " + schema + " has no table " + table.name(),
                        "the schema was changed by other means; bring it back to what its changelog says"));
        if (!table.hasColumnsOf(shape)) {
            throw new RefusalException(
                    "table " + table.name() + " has other columns in the backup " + file + " ("
                            + Excerpt.of(table.description()) + ") than in the database (" + shape.description() + ")",
                    "the schema was changed by other means; bring it back to what its changelog says");
        }
    }

    private long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT count(*) FROM " + quoted(schema) + "." + quoted(table))) {
            row.next();
            return row.getLong(1);
        }
    }
}
