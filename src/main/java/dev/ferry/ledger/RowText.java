package dev.ferry.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The text form of a row, {@code (t.*)::text}, which the ledger keeps of rows that were updated or deleted, and compares.
 *
 * <p>Unlike {@code to_jsonb} it tells a jsonb column's literal {@code null} from SQL NULL, and unlike
 * {@code hash_record_extended} it tells 1.0 from 1.00 and works with types that have no hash, such as json. It depends
 * on settings of the session, so {@link #pin} comes first; see PostgreSQL's documentation, "Client Connection
 * Defaults".
 */
public final class RowText {
    private RowText() {}

    /** Pins the settings on which the text form depends, until the transaction ends. */
    public static void pin(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("the ledger writes inside a transaction, but autocommit is on");
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("""
                    SELECT set_config('DateStyle', 'ISO, YMD', true), set_config('TimeZone', 'UTC', true),
                           set_config('IntervalStyle', 'postgres', true), set_config('extra_float_digits', '1', true),
                           set_config('bytea_output', 'hex', true), set_config('lc_monetary', 'C', true),
                           set_config('xmloption', 'content', true), set_config('array_nulls', 'on', true)
                    """);
        }
    }
}
