package dev.ferry.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** Statements that gain something where nobody has to be waited for, and can be done without. */
final class WithoutWaiting {
    /**
     * lock_not_available, insufficient_privilege, object_in_use and dependent_objects_still_exist (PostgreSQL documentation,
     * Appendix A).
     */
    private static final Set<String> NOT_HAD = Set.of("55P03", "42501", "55006", "2BP01");

    private WithoutWaiting() {}

    /** Executes all of them, or leaves everything as it was where somebody is in the way, or they are not allowed. */
    static boolean execute(Connection connection, List<String> statements) throws SQLException {
        Savepoint savepoint = connection.setSavepoint();
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.releaseSavepoint(savepoint);
            return true;
        } catch (SQLException e) {
            if (!NOT_HAD.contains(String.valueOf(e.getSQLState()))) {
                throw e;
            }
            connection.rollback(savepoint);
            return false;
        }
    }
}
