package dev.ferry.migration;

import dev.ferry.backup.BackupFile;
import java.nio.file.Path;
import java.util.List;

/**
 * A backup that was taken.
 *
 * @param backup the backup
 * @param pruned older backups that were deleted since no more were to be kept
 * @param durationMillis wall time
 */
public record BackupResult(BackupFile backup, List<Path> pruned, long durationMillis) {
    public BackupResult {
        pruned = List.copyOf(pruned);
    }
}
