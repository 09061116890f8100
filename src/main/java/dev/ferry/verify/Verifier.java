package dev.ferry.verify;

import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.RunId;
import dev.ferry.ledger.WrittenRows;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.write.ForeignKey;
import dev.ferry.write.HibernateModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Counts what a run wrote and follows its foreign keys, inside the run's transaction.
 *
 * <p>The counts come from the tables themselves and not from what the statements said: a trigger may leave rows out, and a
 * foreign key may be missing or switched off in a database that others look after.
 */
public final class Verifier {
    private final Profile profile;
    private final HibernateModel model;
    private final WrittenRows rows;

    /** Verifies a run in the transaction of this connection. */
    public Verifier(Connection connection, RunId run, String schema, Profile profile, HibernateModel model) {
        this.profile = profile;
        this.model = model;
        this.rows = new WrittenRows(connection, run, schema);
    }

    /**
     * Compares what is there with what the run says it did.
     *
     * @param alone the entities whose tables had no row before this transaction, and got none from others
     * @return each difference, for people; none where all is well
     */
    public List<String> verify(Collection<EntityCount> counts, Set<Class<?>> alone) throws SQLException {
        List<String> differences = new ArrayList<>();
        for (Table<?> table : Step.tables(profile.steps())) {
            for (EntityCount count : counts) {
                if (count.entity().equals(table.name()) && count.inserted() + count.updated() > 0) {
                    verify(table, count, alone.contains(table.entity()), differences);
                }
            }
        }
        return differences;
    }

    private void verify(Table<?> table, EntityCount count, boolean alone, List<String> differences)
            throws SQLException {
        List<String> key = model.identifierColumns(table.entity());
        long expected = count.inserted() + count.updated();
        // Going through the table is quicker than looking every row up.
        boolean complete = alone && rows.total(table.name()) == expected;
        long found = complete ? expected : rows.count(table.name(), key);
        if (found != expected) {
            differences.add(table.name() + ": " + expected + " rows were written, " + found + " are there");
        }
        for (ForeignKey foreign : model.foreignKeys(table.entity())) {
            if (rows.isEnforced(table.name(), foreign.column(), foreign.parentTable(), foreign.parentColumn())) {
                continue;
            }
            long orphans = rows.countWithoutParent(
                    table.name(), key, foreign.column(), foreign.parentTable(), foreign.parentColumn());
            if (orphans > 0) {
                differences.add(table.name() + ": " + orphans + " rows name a row of " + foreign.parentTable() + " in "
                        + foreign.column() + " that is not there");
            }
        }
    }
}
