package dev.ferry.migration;

import dev.ferry.database.AdvisoryLock;
import dev.ferry.database.Database;
import dev.ferry.database.SqlFailure;
import dev.ferry.schema.SchemaOwner;
import dev.ferry.schema.UndoPlan;
import dev.ferry.schema.UndoResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;

/** Takes runs and schema changesets back, newest first, in one transaction. */
public final class Rollback {
    private final Database database;
    private final RollbackRequest request;
    private final SchemaOwner owner;

    private Rollback(Database database, RollbackRequest request) {
        this.database = database;
        this.request = request;
        this.owner = new SchemaOwner(database, request.profile(), request.schema());
    }

    /** A rollback in a database. */
    public static Rollback in(Database database, RollbackRequest request) {
        return new Rollback(database, request);
    }

    /**
     * What would be taken back; changes nothing.
     *
     * @throws dev.ferry.failure.UsageException where there is no such run or tag
     */
    public RollbackPlan plan() {
        return plan(owner.plan(request.goal()));
    }

    private RollbackPlan plan(UndoPlan plan) {
        return new RollbackPlan(database.description(), plan.runs(), plan.changesets());
    }

    /**
     * Takes back what {@link #plan} says, all or nothing.
     *
     * @throws dev.ferry.failure.RefusalException where rows drifted and the policy is to abort; nothing was changed
     */
    public RollbackResult run() {
        long start = System.nanoTime();
        try (Connection connection = database.connect("rollback")) {
            AdvisoryLock lock = AdvisoryLock.acquire(connection, request.schema());
            UndoResult result;
            try {
                result = owner.rollback(owner.plan(request.goal()), request.drift());
            } finally {
                lock.close();
            }
            return new RollbackResult(
                    plan(result.plan()),
                    result.entities(),
                    result.drift(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }
}
