package dev.ferry.backup;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The backups of a folder.
 *
 * @param folder the folder as its user named it
 * @param backups newest first; those that are damaged last
 */
public record BackupList(Path folder, List<ListedBackup> backups) {
    public BackupList {
        backups = List.copyOf(backups);
    }

    /** Those of a profile, or all; damaged ones belong to any. */
    public static BackupList of(BackupFolder folder, Optional<String> profile) {
        return new BackupList(
                folder.path(),
                folder.list().stream()
                        .filter(backup -> profile.isEmpty()
                                || backup.manifest()
                                        .map(manifest -> manifest.profile().equals(profile.get()))
                                        .orElse(true))
                        .toList());
    }
}
