package dev.ferry.migration;

import dev.ferry.backup.Archive;
import dev.ferry.profile.Profile;

/**
 * What is to be restored, and where.
 *
 * @param profile the profile whose tables are meant
 * @param archive the backup; its opener closes it
 * @param schema the database schema of the profile's tables
 */
public record RestoreRequest(Profile profile, Archive archive, String schema) {
    /** Back to where it came from. */
    public static RestoreRequest of(Profile profile, Archive archive) {
        return new RestoreRequest(profile, archive, archive.manifest().schema());
    }
}
