package dev.ferry.schema;

import dev.ferry.database.SqlFailure;
import dev.ferry.failure.FerryException;
import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.RunLedger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.exception.ValidationFailedException;
import liquibase.executor.ExecutorService;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * The surroundings in which Liquibase works: its log is ours, its files are the changelog's, its names land in one
 * schema.
 *
 * <p>Liquibase keeps state per JVM, so scopes take turns.
 */
final class LiquibaseScope {
    private static final Object ONE_AT_A_TIME = new Object();

    private final Connection connection;
    private final Changelog changelog;

    LiquibaseScope(Connection connection, Changelog changelog) {
        this.connection = connection;
        this.changelog = changelog;
    }

    /** What is done with Liquibase. */
    @FunctionalInterface
    interface Work {
        void run(SchemaDatabase database, ResourceAccessor files) throws Exception;
    }

    /**
     * Does work; search_path is the caller's own again when it went well. Where it failed the transaction is broken,
     * and its end brings the path back.
     *
     * @param failure what to say where it fails
     */
    void run(String failure, Work work) {
        try {
            String path = searchPath();
            setSearchPath(changelog.schemaSql() + ", public");
            synchronized (ONE_AT_A_TIME) {
                runInScope(work);
            }
            setSearchPath(path);
        } catch (Exception e) {
            throw translate(failure, e);
        }
    }

    private void runInScope(Work work) throws Exception {
        ClassLoaderResourceAccessor files = new ClassLoaderResourceAccessor(changelog.loader());
        try {
            Map<String, Object> values = Map.of(
                    Scope.Attr.logService.name(),
                    new LiquibaseLog(),
                    Scope.Attr.ui.name(),
                    new LoggerUIService(),
                    Scope.Attr.resourceAccessor.name(),
                    files,
                    Scope.Attr.classLoader.name(),
                    changelog.loader());
            Scope.child(values, () -> {
                SchemaDatabase database = new SchemaDatabase(new SavepointConnection(connection), changelog.schema());
                try {
                    Scope.child(Scope.Attr.database, database, () -> work.run(database, files));
                } finally {
                    forget(database);
                }
            });
        } finally {
            files.close();
        }
    }

    /** Liquibase finds services by database, and takes a later database at the same URL for this one. */
    private static void forget(SchemaDatabase database) {
        Scope.getCurrentScope().getSingleton(ExecutorService.class).clearExecutor("jdbc", database);
        Scope.getCurrentScope()
                .getSingleton(ChangeLogHistoryServiceFactory.class)
                .resetAll();
    }

    private String searchPath() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT current_setting('search_path')");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getString(1);
        }
    }

    private void setSearchPath(String path) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT set_config('search_path', ?, false)")) {
            statement.setString(1, path);
            statement.execute();
        }
    }

    /** Liquibase wraps what went wrong several times; the innermost that means something is what is told. */
    private RuntimeException translate(String failure, Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FerryException known) {
                return known;
            }
            if (cause instanceof SQLException sql) {
                return explain(failure, sql);
            }
            if (cause instanceof ValidationFailedException invalid) {
                return new RefusalException(
                        failure + ": its changelog is not the one that ran: "
                                + String.valueOf(invalid.getMessage()).strip(),
                        "restore the changelog's files; changes go into new changesets");
            }
        }
        return new IllegalStateException(failure, thrown);
    }

    private RuntimeException explain(String failure, SQLException sql) {
        List<String> dependents = SqlFailure.dependents(sql);
        return dependents.isEmpty()
                ? SqlFailure.explain(failure, sql, connection, RunLedger.SCHEMA, changelog.schema())
                : new RefusalException(
                        failure + ", since others depend on what would be dropped:\n  "
                                + String.join("\n  ", dependents),
                        "drop these first, and make them again afterwards");
    }
}
