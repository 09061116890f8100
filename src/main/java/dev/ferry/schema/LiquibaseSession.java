package dev.ferry.schema;

import dev.ferry.failure.FerryException;
import dev.ferry.failure.RefusalException;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.SqlFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.RuntimeEnvironment;
import liquibase.Scope;
import liquibase.changelog.ChangeLogHistoryServiceFactory;
import liquibase.changelog.ChangeLogIterator;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.changelog.filter.DbmsChangeSetFilter;
import liquibase.changelog.filter.ShouldRunChangeSetFilter;
import liquibase.changelog.visitor.RollbackVisitor;
import liquibase.changelog.visitor.UpdateVisitor;
import liquibase.exception.ValidationFailedException;
import liquibase.executor.ExecutorService;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/**
 * Runs Liquibase on one schema inside the caller's open transaction, which it neither commits nor rolls back.
 *
 * <p>It drives Liquibase's own visitors and not its commands: those take a lock row that goes stale when a process dies,
 * cache "up to date" for the whole JVM, print, and send statistics. Liquibase keeps state per JVM, so sessions take turns.
 */
final class LiquibaseSession {
    private static final Object ONE_AT_A_TIME = new Object();

    private final Connection connection;
    private final Changelog changelog;

    LiquibaseSession(Connection connection, Changelog changelog) {
        this.connection = connection;
        this.changelog = changelog;
    }

    /** Runs the changesets that have not run. */
    void update() {
        inScope("schema " + changelog.schema() + " could not be brought up to date", (database, files) -> {
            Scope.getCurrentScope()
                    .getSingleton(ChangeLogHistoryServiceFactory.class)
                    .getChangeLogService(database)
                    .init();
            DatabaseChangeLog parsed = parse(database, files);
            new ChangeLogIterator(parsed, new DbmsChangeSetFilter(database))
                    .run(
                            new UpdateVisitor(database, null, new ShouldRunChangeSetFilter(database)),
                            environment(database));
        });
    }

    /**
     * Takes rows of the changelog table back, and what they stand for.
     *
     * @param newestFirst the rows, newest first
     * @param runs what taking a run's row back means
     */
    void rollback(List<HistoryRow> newestFirst, Function<HistoryRow, RunChangeSet.Rollback> runs) {
        inScope("schema " + changelog.schema() + " could not be rolled back", (database, files) -> {
            DatabaseChangeLog parsed = parse(database, files);
            requireRollbacks(newestFirst, parsed, database);
            newestFirst.stream()
                    .filter(HistoryRow::ofRun)
                    .forEach(row -> parsed.addChangeSet(new RunChangeSet(row, parsed, runs.apply(row))));
            List<RanChangeSet> ran = new ArrayList<>();
            for (HistoryRow row : newestFirst) {
                database.getRanChangeSetList().stream()
                        .filter(candidate -> candidate.getOrderExecuted() == row.position())
                        .forEach(ran::add);
            }
            Collections.reverse(ran);
            new ChangeLogIterator(ran, parsed).run(new RollbackVisitor(database, null), environment(database));
        });
    }

    private DatabaseChangeLog parse(SchemaDatabase database, ResourceAccessor files) throws Exception {
        DatabaseChangeLog parsed = ChangeLogParserFactory.getInstance()
                .getParser(changelog.path(), files)
                .parse(changelog.path(), new ChangeLogParameters(database), files);
        for (ChangeSet changeSet : parsed.getChangeSets()) {
            if (!changeSet.isRunInTransaction()) {
                throw new UsageException(
                        "changeset " + changeSet + " asks for runInTransaction: false; all of a schema's changes are one transaction",
                        null);
            }
        }
        parsed.validate(database, new Contexts(), new LabelExpression());
        return parsed;
    }

    /** Liquibase skips rows silently that its files lack; a rollback that does half is worse than none. */
    private static void requireRollbacks(
            List<HistoryRow> rows, DatabaseChangeLog parsed, SchemaDatabase database) {
        List<String> unknown = new ArrayList<>();
        for (HistoryRow row : rows) {
            if (row.ofRun()) {
                continue;
            }
            List<ChangeSet> found = parsed.getChangeSets(row.file(), row.author(), row.id());
            if (found.size() != 1 || !found.get(0).supportsRollback(database)) {
                unknown.add(row.file() + "::" + row.id() + "::" + row.author());
            }
        }
        if (!unknown.isEmpty()) {
            throw new RefusalException(
                    "the profile's changelog cannot roll back changesets that stand in the schema: "
                            + String.join(", ", unknown),
                    "use the version of the profile that brought them, or roll them back with the tool that did");
        }
    }

    private static RuntimeEnvironment environment(SchemaDatabase database) {
        return new RuntimeEnvironment(database, new Contexts(), new LabelExpression());
    }

    private interface Work {
        void run(SchemaDatabase database, ResourceAccessor files) throws Exception;
    }

    private void inScope(String failure, Work work) {
        try (ResourceAccessor files = new ClassLoaderResourceAccessor(changelog.loader())) {
            String path = searchPath();
            setSearchPath(changelog.schemaSql() + ", public");
            synchronized (ONE_AT_A_TIME) {
                Map<String, Object> scope = Map.of(
                        Scope.Attr.logService.name(), new LiquibaseLog(),
                        Scope.Attr.ui.name(), new LoggerUIService(),
                        Scope.Attr.resourceAccessor.name(), files,
                        Scope.Attr.classLoader.name(), changelog.loader());
                Scope.child(scope, () -> {
                    SchemaDatabase database =
                            new SchemaDatabase(new SavepointConnection(connection), changelog.schema());
                    try {
                        Scope.child(Scope.Attr.database, database, () -> work.run(database, files));
                    } finally {
                        forget(database);
                    }
                });
            }
            setSearchPath(path);
        } catch (Exception e) {
            throw translate(failure, e);
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
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT set_config('search_path', ?, false)")) {
            statement.setString(1, path);
            statement.execute();
        }
    }

    /** Liquibase wraps what went wrong several times; the innermost that means something is what is told. */
    private static RuntimeException translate(String failure, Exception thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FerryException known) {
                return known;
            }
            if (cause instanceof SQLException sql) {
                return SqlFailure.of(failure, sql);
            }
            if (cause instanceof ValidationFailedException invalid) {
                return new RefusalException(
                        failure + ": its changelog is not the one that ran: " + invalid.getMessage().strip(),
                        "restore the changelog's files; changes go into new changesets");
            }
        }
        return new IllegalStateException(failure, thrown);
    }
}
