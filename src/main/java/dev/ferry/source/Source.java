package dev.ferry.source;

import java.util.List;
import java.util.stream.Stream;

/**
 * Where records come from. Sections may stand in any order and may be read more than once.
 *
 * <p>Not thread-safe. Reading throws {@link BindingException} where the source is broken and
 * {@link dev.ferry.failure.UsageException} where it cannot be opened.
 */
public interface Source extends AutoCloseable {
    /** The source as the user named it. */
    String name();

    /** SHA-256 of everything that the source holds, in lower-case hexadecimal. */
    String sha256();

    /** Whether it is all that there is to migrate, or a part of it, so that nothing can be counted. */
    default Extent extent() {
        return Extent.WHOLE;
    }

    /** How much of what there is to migrate a source holds. */
    enum Extent {
        /** All. */
        WHOLE,
        /** What an earlier run left over. */
        PART
    }

    /** The length of a section, in the unit of {@link RawRecord#offset}. */
    long size(Section section);

    /** The records of a section in their order, read lazily; empty where the source has none. The caller closes it. */
    Stream<RawRecord> records(Section section);

    /** The record that begins at an offset which {@link #records} gave. */
    RawRecord record(Section section, long offset);

    /** What a user should know of the source beside its records: files or members that no section names. */
    List<String> notices();

    @Override
    void close();
}
