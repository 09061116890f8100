package dev.ferry.backup;

import java.nio.file.Path;

/**
 * A backup that is there.
 *
 * @param file where it is
 * @param bytes its length
 * @param sha256 over the whole file
 * @param manifest what is in it
 */
public record BackupFile(Path file, long bytes, String sha256, Manifest manifest) {}
