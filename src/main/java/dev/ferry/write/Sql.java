package dev.ferry.write;

/** Reads identifiers out of SQL. */
final class Sql {
    private Sql() {}

    /** The identifier as the catalog has it. */
    static String unquoted(String expression) {
        boolean quoted = expression.length() > 1 && expression.startsWith("\"") && expression.endsWith("\"");
        return quoted ? expression.substring(1, expression.length() - 1).replace("\"\"", "\"") : expression;
    }

    /** The table's name of a qualified expression whose parts are quoted: the schema's name is left out. */
    static String lastName(String qualified) {
        int quote = qualified.lastIndexOf(".\"");
        return unquoted(quote < 0 ? qualified : qualified.substring(quote + 1));
    }
}
