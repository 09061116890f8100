package dev.ferry.schema;

import dev.ferry.failure.HiddenCharacters;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.RunLedger;
import java.nio.charset.StandardCharsets;

/**
 * Which names the schema of a profile may have.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createschema.html">CREATE SCHEMA</a>
 */
final class SchemaName {
    /** NAMEDATALEN - 1: PostgreSQL would cut a longer name silently, and two names could become one. */
    private static final int LONGEST = 63;

    private static final String ADVICE = "choose another --schema";

    private SchemaName() {}

    /**
     * Checks a name before anything is made.
     *
     * @throws UsageException where PostgreSQL or the ledger has no room for it
     */
    static void requireUsable(String name) {
        if (name.isEmpty()) {
            throw new UsageException("the schema's name must not be empty", ADVICE);
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST) {
            throw new UsageException(
                    "the schema's name must have at most " + LONGEST + " bytes in UTF-8, '" + name + "' has " + bytes,
                    ADVICE);
        }
        if (HiddenCharacters.areIn(name)) {
            throw new UsageException(
                    "the schema's name must not hold line breaks or other characters that nobody sees", ADVICE);
        }
        if (name.indexOf('\\') >= 0) {
            // The driver's catalog queries, which Liquibase asks, take it for an escape and look for another name.
            throw new UsageException("the schema's name must not hold a backslash", ADVICE);
        }
        if (name.equals(RunLedger.SCHEMA)) {
            throw new UsageException("schema '" + name + "' is kept for the ledger", ADVICE);
        }
        if (name.startsWith("pg_") || name.equals("information_schema")) {
            throw new UsageException("schema '" + name + "' belongs to PostgreSQL itself", ADVICE);
        }
    }
}
