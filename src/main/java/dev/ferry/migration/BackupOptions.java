package dev.ferry.migration;

import dev.ferry.backup.BackupFolder;
import java.util.OptionalInt;

/**
 * Whether a run takes a backup of the profile's tables before it writes, and where.
 *
 * @param when in which runs
 * @param folder where backups go
 * @param keep how many of the same tables stay; all of them where it is empty
 */
public record BackupOptions(When when, BackupFolder folder, OptionalInt keep) {
    /** In which runs a backup is taken. A rehearsal takes none. */
    public enum When {
        /** In none. */
        NEVER,
        /** In those that may change or delete rows that are there: with update or truncation. */
        ROWS_MAY_CHANGE,
        /** In every one. */
        ALWAYS
    }
}
