package dev.ferry.database;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The database refused or failed. The exit code tells wrong settings (2) from a failing environment (6) and a busy one
 * (7).
 */
public final class DatabaseException extends FerryException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String sqlState;

    /**
     * @param message what happened, without secrets and without the values of rows
     * @param sqlState PostgreSQL's SQLSTATE, where the server gave one
     */
    public DatabaseException(
            ExitCode exitCode,
            String message,
            @Nullable String advice,
            @Nullable String sqlState,
            @Nullable Throwable cause) {
        super(exitCode, message, advice, cause);
        this.sqlState = sqlState;
    }

    /** PostgreSQL's SQLSTATE, where the server gave one. */
    public Optional<String> sqlState() {
        return Optional.ofNullable(sqlState);
    }
}
