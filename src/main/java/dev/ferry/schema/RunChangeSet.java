package dev.ferry.schema;

import java.sql.SQLException;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.ChangeExecListener;
import liquibase.database.Database;
import liquibase.exception.RollbackFailedException;
import org.jspecify.annotations.Nullable;

/**
 * A changelog row that a run left, as a changeset whose rollback is the run's undo. Exists only while one rolls back.
 */
final class RunChangeSet extends ChangeSet {
    private final HistoryRow row;
    private final Undo undo;

    /** What taking a run's row back means. */
    @FunctionalInterface
    interface Undo {
        void of(HistoryRow row) throws SQLException;
    }

    RunChangeSet(HistoryRow row, DatabaseChangeLog changelog, Undo undo) {
        super(row.id(), row.author(), false, false, row.file(), null, null, changelog);
        this.row = row;
        this.undo = undo;
    }

    @Override
    public void rollback(Database database, @Nullable ChangeExecListener listener) throws RollbackFailedException {
        try {
            undo.of(row);
        } catch (SQLException e) {
            throw new RollbackFailedException(e);
        }
    }
}
