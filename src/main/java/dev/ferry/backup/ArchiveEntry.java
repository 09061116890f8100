package dev.ferry.backup;

/**
 * An entry of an archive, as its manifest has it.
 *
 * @param name its name in the zip file: a folder and a name
 * @param records how many lines it has; 0 for a file of a source
 * @param bytes its length
 * @param sha256 over its bytes, in lower-case hexadecimal digits
 */
public record ArchiveEntry(String name, long records, long bytes, String sha256) {
    public ArchiveEntry {
        if (records < 0 || bytes < 0) {
            throw new IllegalArgumentException(name + " must have 0 records and bytes or more");
        }
    }

    /** Whether the content is the same, under whatever name. */
    boolean holdsTheSameAs(ArchiveEntry other) {
        return records == other.records && bytes == other.bytes && sha256.equals(other.sha256);
    }
}
