package dev.ferry.schema;

import dev.ferry.failure.RefusalException;
import dev.ferry.failure.UsageException;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
import liquibase.changelog.visitor.UpdateVisitor;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.resource.ResourceAccessor;

/**
 * Runs Liquibase on one schema inside the caller's open transaction, which it neither commits nor rolls back.
 *
 * <p>It drives Liquibase's own visitors and not its commands: those take a lock row that goes stale when a process
 * dies, cache "up to date" for the whole JVM, print, and send statistics.
 */
final class LiquibaseSession {
    private final Changelog changelog;
    private final LiquibaseScope scope;

    LiquibaseSession(Connection connection, Changelog changelog) {
        this.changelog = changelog;
        this.scope = new LiquibaseScope(connection, changelog);
    }

    /** Runs the changesets that have not run. */
    void update() {
        scope.run("schema " + changelog.schema() + " could not be brought up to date", (database, files) -> {
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
     * @param undo what taking a run's row back means
     * @param dropped told of each schema changeset before it goes
     */
    void rollback(List<HistoryRow> newestFirst, RunChangeSet.Undo undo, DroppedTables dropped) {
        scope.run("schema " + changelog.schema() + " could not be rolled back", (database, files) -> {
            DatabaseChangeLog parsed = parse(database, files);
            requireRollbacks(newestFirst, parsed, database);
            newestFirst.stream()
                    .filter(HistoryRow::ofRun)
                    .forEach(row -> parsed.addChangeSet(new RunChangeSet(row, parsed, undo)));
            List<RanChangeSet> ran = new ArrayList<>();
            for (HistoryRow row : newestFirst) {
                database.getRanChangeSetList().stream()
                        .filter(candidate -> candidate.getOrderExecuted() == row.position())
                        .forEach(ran::add);
            }
            Collections.reverse(ran);
            new ChangeLogIterator(ran, parsed).run(new LookingRollback(database, dropped), environment(database));
        });
    }

    private DatabaseChangeLog parse(SchemaDatabase database, ResourceAccessor files) throws Exception {
        DatabaseChangeLog parsed = ChangeLogParserFactory.getInstance()
                .getParser(changelog.path(), files)
                .parse(changelog.path(), new ChangeLogParameters(database), files);
        for (ChangeSet changeSet : parsed.getChangeSets()) {
            if (!changeSet.isRunInTransaction()) {
                throw new UsageException(
                        "changeset " + changeSet
                                + " asks for runInTransaction: false; all of a schema's changes are one transaction",
                        null);
            }
        }
        parsed.validate(database, new Contexts(), new LabelExpression());
        return parsed;
    }

    /** Liquibase skips rows silently that its files lack; a rollback that does half is worse than none. */
    private static void requireRollbacks(List<HistoryRow> rows, DatabaseChangeLog parsed, SchemaDatabase database) {
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
}
