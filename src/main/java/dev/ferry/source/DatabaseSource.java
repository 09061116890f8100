package dev.ferry.source;

import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** The tables of a PostgreSQL database, all as one snapshot sees them. */
final class DatabaseSource implements Source {
    private final Snapshot snapshot;
    private final Map<Section.Key, TableSection> sections;
    private String sha256 = "";

    /** @param sections in the profile's order */
    DatabaseSource(Snapshot snapshot, Map<Section.Key, TableSection> sections) {
        this.snapshot = snapshot;
        this.sections = sections;
    }

    @Override
    public String name() {
        return snapshot.description();
    }

    /**
     * SHA-256 over the names of the sections and the SHA-256 of each row as JSON, in their order; conditions change nothing in
     * it. Made by the server in a pass of its own, when asked for the first time.
     */
    @Override
    public String sha256() {
        if (sha256.isEmpty()) {
            MessageDigest digest = DigestUtils.getSha256Digest();
            sections.values().forEach(section -> section.digest(digest));
            sha256 = HexFormat.of().formatHex(digest.digest());
        }
        return sha256;
    }

    @Override
    public long size(Section section) {
        return find(section).map(TableSection::size).orElse(0L);
    }

    @Override
    public Stream<RawRecord> records(Section section) {
        return find(section).map(TableSection::records).orElseGet(Stream::empty);
    }

    @Override
    public RawRecord record(Section section, long offset) {
        return find(section)
                .orElseThrow(() -> new IllegalArgumentException("section " + section.name() + " has no records"))
                .record(offset);
    }

    /** None: a database has many tables that are none of a profile's business. */
    @Override
    public List<String> notices() {
        return List.of();
    }

    @Override
    public void close() {
        snapshot.close();
    }

    private Optional<TableSection> find(Section section) {
        return Optional.ofNullable(sections.get(section.key()));
    }
}
