package dev.ferry.source;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The records that an earlier run rejected, as it wrote them and as somebody edited them since: JSON Lines, each an object
 * with the members {@code section}, {@code key} where the section is keyed, {@code form} where that is not JSON, and
 * {@code record}. Other members are notes.
 */
final class RejectsSource implements Source {
    private final String name;
    private final JsonFile file;
    private final Limits limits;
    private final Map<Section.Key, JsonSection> sections = new LinkedHashMap<>();

    RejectsSource(String name, JsonFile file, List<Section> sections, Limits limits) {
        this.name = name;
        this.file = file;
        this.limits = limits;
        sections.forEach(section -> this.sections.put(section.key(), JsonSection.wholeFile(file, section, limits)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String sha256() {
        return file.sha256();
    }

    @Override
    public Extent extent() {
        return Extent.PART;
    }

    @Override
    public long size(Section section) {
        return file.size();
    }

    @Override
    public Stream<RawRecord> records(Section section) {
        JsonWindow window = new JsonWindow(file, Encoding.start(file), limits.recordBytes());
        Iterator<RawRecord> records = new RejectsCursor(file, window, sections, section, limits);
        return RecordStream.of(records, window::close);
    }

    /** Reads from the beginning: what was rejected is little. */
    @Override
    public RawRecord record(Section section, long offset) {
        try (Stream<RawRecord> records = records(section)) {
            return records.filter(record -> record.offset() == offset)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no record begins at offset " + offset));
        }
    }

    @Override
    public List<String> notices() {
        return List.of();
    }

    /** Does nothing: each stream of records closes its own file. */
    @Override
    public void close() {}
}
