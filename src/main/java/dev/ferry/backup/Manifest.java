package dev.ferry.backup;

import dev.ferry.ledger.SchemaVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is in an archive.
 *
 * @param kind what was saved
 * @param ferryVersion the version of the Ferry that made it
 * @param profile the profile's name
 * @param profileVersion the version of the profile's mapping
 * @param schema the database schema of the tables; empty for a source
 * @param version the version of that schema
 * @param origin the database for people, or the source as its user named it
 * @param created when the snapshot was taken, to the second
 * @param tag the newest tag of the schema
 * @param tables the tables, in foreign-key order
 * @param identities which row each natural key of a source became, for tables without columns for it
 * @param sequences every sequence of the schema
 * @param files the files of a source
 */
public record Manifest(
        Kind kind,
        String ferryVersion,
        String profile,
        String profileVersion,
        String schema,
        SchemaVersion version,
        String origin,
        Instant created,
        Optional<String> tag,
        List<SavedTable> tables,
        Optional<ArchiveEntry> identities,
        List<SavedSequence> sequences,
        List<ArchiveEntry> files) {
    /** The format that this version writes, and the only one that it reads. */
    static final int FORMAT = 1;

    /** The manifest's own entry. */
    static final String NAME = "manifest.json";

    /** What an archive saves. */
    public enum Kind {
        /** The rows of a profile's tables. */
        DATABASE,
        /** The files of a source. */
        SOURCE
    }

    public Manifest {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        files = List.copyOf(files);
    }

    /** Every entry but the manifest's own. */
    List<ArchiveEntry> entries() {
        List<ArchiveEntry> entries = new ArrayList<>();
        tables.forEach(table -> entries.add(table.entry()));
        identities.ifPresent(entries::add);
        entries.addAll(files);
        return entries;
    }

    /** How many rows of tables there are. */
    public long rows() {
        return tables.stream().mapToLong(table -> table.entry().records()).sum();
    }
}
