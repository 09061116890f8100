package dev.ferry.backup;

import dev.ferry.failure.UsageException;
import dev.ferry.ledger.IdentityMap;
import dev.ferry.ledger.RowText;
import dev.ferry.ledger.SchemaVersion;
import dev.ferry.ledger.TableShape;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ObjLongConsumer;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the tables of a profile as they were at one moment, without a lock: others go on reading and writing. Rows go through
 * one at a time; the memory does not grow with the tables.
 */
public final class DatabaseBackup {
    private final Connection connection;
    private final Subject subject;
    private final BackupFolder folder;

    /**
     * What is saved.
     *
     * @param profile the profile's name
     * @param profileVersion the version of its mapping
     * @param schema the database schema of its tables
     * @param tables the names of its tables, in foreign-key order
     * @param origin the database for people
     * @param ferryVersion the version of this Ferry
     */
    public record Subject(
            String profile,
            String profileVersion,
            String schema,
            List<String> tables,
            String origin,
            String ferryVersion) {
        public Subject {
            tables = List.copyOf(tables);
        }
    }

    private DatabaseBackup(Connection connection, Subject subject, BackupFolder folder) {
        this.connection = connection;
        this.subject = subject;
        this.folder = folder;
    }

    /** Takes the snapshot: whatever the connection reads from now on is as it is at this moment. */
    public static void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        RowText.pin(connection);
    }

    /**
     * Writes a backup of what the connection's snapshot shows; the caller ends its transaction.
     *
     * @param moment part of the file's name: when the snapshot was taken, and what makes it unique
     * @param hearer hears of each table when it is written, with its rows
     * @throws UsageException where the schema has none of the tables
     * @throws BackupException where the disk fails; nothing is left then
     */
    public static BackupFile write(
            Connection connection,
            Subject subject,
            Optional<String> tag,
            BackupFolder folder,
            String moment,
            ObjLongConsumer<String> hearer)
            throws SQLException {
        try {
            return new DatabaseBackup(connection, subject, folder).write(tag, moment, hearer);
        } catch (IOException e) {
            throw BackupException.notWritten(folder.path(), e);
        }
    }

    private BackupFile write(Optional<String> tag, String moment, ObjLongConsumer<String> hearer)
            throws SQLException, IOException {
        Map<String, TableShape> tables = tables();
        folder.make();
        try (ArchiveWriter archive = ArchiveWriter.in(folder.path())) {
            Instant created = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            List<SavedTable> saved = new ArrayList<>();
            for (Map.Entry<String, TableShape> table : tables.entrySet()) {
                SavedTable written = write(archive, saved.size() + 1, table.getKey(), table.getValue());
                hearer.accept(written.name(), written.entry().records());
                saved.add(written);
            }
            ArchiveEntry identities = archive.add(EntryName.IDENTITIES, out -> writeIdentities(tables, out));
            Manifest manifest = new Manifest(
                    Manifest.Kind.DATABASE,
                    subject.ferryVersion(),
                    subject.profile(),
                    subject.profileVersion(),
                    subject.schema(),
                    SchemaVersion.of(connection, subject.schema()),
                    subject.origin(),
                    created,
                    tag,
                    saved,
                    Optional.of(identities),
                    new Sequences(connection, subject.schema()).read(),
                    List.of());
            return archive.finish(manifest, BackupFolder.name(subject.profile(), subject.schema(), "", moment));
        }
    }

    /** Those of the tables that are there; an older version of the schema may lack some. */
    private Map<String, TableShape> tables() throws SQLException {
        Map<String, TableShape> tables = new LinkedHashMap<>();
        for (String name : subject.tables()) {
            TableShape.find(connection, subject.schema(), name).ifPresent(table -> tables.put(name, table));
        }
        if (tables.isEmpty()) {
            throw new UsageException(
                    "there is nothing to back up: schema " + subject.schema() + " has no table of profile "
                            + subject.profile(),
                    "is it the database that you mean, and the --schema?");
        }
        return tables;
    }

    private SavedTable write(ArchiveWriter archive, int number, String name, TableShape table)
            throws SQLException, IOException {
        TableLines lines = new TableLines(connection, table, KeyColumn.of(connection, table));
        ArchiveEntry entry = archive.add(EntryName.ofTable(number, name), lines);
        return new SavedTable(name, SavedTable.columns(table), entry);
    }

    private long writeIdentities(Map<String, TableShape> tables, OutputStream out) throws SQLException, IOException {
        long entries = 0;
        try (JsonGenerator json = JsonLines.to(out)) {
            for (Map.Entry<String, TableShape> table : tables.entrySet()) {
                String identifier =
                        KeyColumn.of(connection, table.getValue()).get(0).name();
                entries += IdentityMap.read(
                        connection, subject.schema(), table.getValue(), table.getKey(), identifier, (key, id) -> {
                            json.writeStartObject();
                            json.writeStringProperty("table", table.getKey());
                            json.writeStringProperty("key", key);
                            json.writeStringProperty("id", id);
                            json.writeEndObject();
                        });
            }
        }
        if (entries > 0) {
            out.write('\n');
        }
        return entries;
    }
}
