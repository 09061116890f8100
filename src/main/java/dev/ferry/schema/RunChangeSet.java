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
    private final Rollback rollback;

    /** What happens on rollback. */
    @FunctionalInterface
    interface Rollback {
        void run() throws SQLException;
    }

    RunChangeSet(HistoryRow row, DatabaseChangeLog changelog, Rollback rollback) {
        super(row.id(), row.author(), false, false, row.file(), null, null, changelog);
        this.rollback = rollback;
    }

    @Override
    public void rollback(Database database, @Nullable ChangeExecListener listener) throws RollbackFailedException {
        try {
            rollback.run();
        } catch (SQLException e) {
            throw new RollbackFailedException(e);
        }
    }
}
