package dev.ferry.report;

import java.util.Locale;

/** The commands whose results have a published JSON document. */
public enum Command {
    MIGRATE,
    VALIDATE,
    STATUS,
    ROLLBACK,
    DATABASE,
    PROFILES,
    CONFIG;

    /** The command as it is typed. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The classpath resource that holds the JSON Schema (2020-12) of the command's document. */
    public String schema() {
        return "/dev/ferry/report/schema/" + word() + ".v" + JsonDocuments.FORMAT_VERSION + ".json";
    }
}
