package dev.ferry.report;

import java.util.Arrays;
import java.util.Locale;

/** The commands whose results have a published JSON document. */
public enum Command {
    MIGRATE,
    VALIDATE,
    VERIFY,
    ANALYZE,
    STATUS,
    ROLLBACK,
    BACKUP,
    RESTORE,
    SETUP,
    SELFTEST,
    CONVERT,
    DATABASE,
    PROFILES,
    CONFIG,
    /** No command, but what {@code --notify} sends of one; see {@link Notification}. */
    NOTIFICATION,
    /** No command, or one without a document of its own: failures only. */
    FERRY;

    /** The command of this word, {@link #FERRY} where there is none with a document. */
    public static Command of(String word) {
        return Arrays.stream(values())
                .filter(command -> command != NOTIFICATION && command.word().equals(word))
                .findFirst()
                .orElse(FERRY);
    }

    /** The command as it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it works on a profile, so that its failures name the profile and the run. */
    boolean hasProfile() {
        return this == MIGRATE
                || this == VALIDATE
                || this == VERIFY
                || this == ANALYZE
                || this == STATUS
                || this == ROLLBACK
                || this == BACKUP
                || this == RESTORE
                || this == SETUP;
    }

    /** The classpath resource that holds the JSON Schema (2020-12) of the command's document. */
    public String schema() {
        return "/dev/ferry/report/schema/" + word() + ".v" + JsonDocuments.FORMAT_VERSION + ".json";
    }
}
