package dev.ferry.database;

/** Writes identifiers into SQL. */
public final class Identifier {
    private Identifier() {}

    /** The identifier in double quotes (PostgreSQL documentation, 4.1.1 Identifiers and Key Words). */
    public static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
