package dev.ferry.migration;

import dev.ferry.backup.BackupFile;
import java.util.List;

/**
 * What a restore would do.
 *
 * @param target the database for people
 * @param schema the schema of the tables
 * @param backup the backup
 * @param tables the tables, in foreign-key order
 */
public record RestorePlan(String target, String schema, BackupFile backup, List<TableRows> tables) {
    public RestorePlan {
        tables = List.copyOf(tables);
    }

    /**
     * A table before and after.
     *
     * @param table its name
     * @param now its rows as it is
     * @param saved its rows in the backup
     */
    public record TableRows(String table, long now, long saved) {}
}
