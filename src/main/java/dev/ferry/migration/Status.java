package dev.ferry.migration;

import dev.ferry.database.AdvisoryLock;
import dev.ferry.database.Database;
import dev.ferry.database.SqlFailure;
import dev.ferry.ledger.LockState;
import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunLedger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads what the ledger knows; changes nothing and needs neither Hibernate nor Liquibase. */
public final class Status {
    private Status() {}

    /**
     * The runs of these schemas, newest first, and who is at work on one of them now.
     *
     * @throws dev.ferry.database.DatabaseException where the database cannot be reached or read
     */
    public static StatusReport read(Database database, List<String> schemas) {
        try (Connection connection = database.connect("status")) {
            List<Run> runs = new ArrayList<>();
            Optional<String> anyHolder = Optional.empty();
            for (String schema : schemas) {
                Optional<String> holder = AdvisoryLock.holder(connection, schema);
                LockState lock = holder.isPresent() ? LockState.HELD : LockState.FREE;
                runs.addAll(new RunLedger(database, schema).runs(connection, lock));
                anyHolder = anyHolder.or(() -> holder);
            }
            runs.sort(Comparator.comparing(Run::started).thenComparing(Run::id).reversed());
            return new StatusReport(database.description(), canWrite(connection), anyHolder, runs);
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    private static boolean canWrite(Connection connection) throws SQLException {
        String sql = "SELECT has_database_privilege(current_database(), 'CREATE')"
                + " AND NOT pg_is_in_recovery() AND current_setting('default_transaction_read_only') = 'off'";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            return result.next() && result.getBoolean(1);
        }
    }
}
