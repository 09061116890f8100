package dev.ferry.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** One or several files. Opens them for each pass and holds none open between. */
final class FileSource implements Source {
    private final String name;
    private final List<JsonFile> files;
    private final Map<Section.Key, FileSection> sections = new HashMap<>();
    private final List<String> notices;
    private String sha256 = "";

    /** @param files in the order of their names */
    FileSource(String name, List<JsonFile> files, Collection<? extends FileSection> sections, List<String> notices) {
        this.name = name;
        this.files = List.copyOf(files);
        sections.forEach(section -> this.sections.put(section.section().key(), IdentityOrder.where(section)));
        this.notices = List.copyOf(notices);
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * SHA-256 of the file; of several files that of the list which sha256sum prints for them, in the order of their names.
     * Read when asked for the first time.
     */
    @Override
    public String sha256() {
        if (sha256.isEmpty()) {
            sha256 = files.size() == 1 ? files.get(0).sha256() : ofAll();
        }
        return sha256;
    }

    private String ofAll() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        for (JsonFile file : files) {
            digest.update((file.sha256() + "  " + file.fileName() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public long size(Section section) {
        return find(section).map(FileSection::length).orElse(0L);
    }

    @Override
    public Stream<RawRecord> records(Section section) {
        return find(section).map(FileSection::records).orElseGet(Stream::empty);
    }

    @Override
    public RawRecord record(Section section, long offset) {
        return find(section)
                .orElseThrow(() -> new IllegalArgumentException("section " + section.name() + " has no records"))
                .record(offset);
    }

    @Override
    public List<String> notices() {
        return notices;
    }

    /** Does nothing: each stream of records closes its own file. */
    @Override
    public void close() {}

    private Optional<FileSection> find(Section section) {
        return Optional.ofNullable(sections.get(section.key()));
    }
}
