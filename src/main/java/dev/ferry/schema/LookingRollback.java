package dev.ferry.schema;

import java.sql.SQLException;
import java.util.Set;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.filter.ChangeSetFilterResult;
import liquibase.changelog.visitor.RollbackVisitor;
import liquibase.database.Database;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;

/**
 * Liquibase's rollback, except that each schema changeset is first tried to see which tables it drops.
 *
 * <p>Which ones cannot be read from the changelog, where a rollback may be any SQL, and once they are gone it is too
 * late to count their rows.
 */
final class LookingRollback extends RollbackVisitor {
    private final SchemaDatabase database;
    private final DroppedTables dropped;

    LookingRollback(SchemaDatabase database, DroppedTables dropped) {
        super(database, null);
        this.database = database;
        this.dropped = dropped;
    }

    @Override
    public void visit(
            ChangeSet changeSet, DatabaseChangeLog changelog, Database target, Set<ChangeSetFilterResult> filterResults)
            throws LiquibaseException {
        if (!(changeSet instanceof RunChangeSet)) {
            try {
                dropped.before(database.savepoints(), () -> changeSet.rollback(database, null));
            } catch (SQLException e) {
                throw new DatabaseException(e);
            }
        }
        super.visit(changeSet, changelog, target, filterResults);
    }
}
