package dev.ferry.migration;

import dev.ferry.database.Database;
import dev.ferry.write.HibernateModel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** The targets of a run that commits batch by batch, one after the other: for checking everything, then for writing. */
final class BatchTargets implements AutoCloseable {
    private final RunSession session;
    private final Coordinator coordinator;

    private BatchTargets(RunSession session) throws SQLException {
        this.session = session;
        this.coordinator = new Coordinator(session.header(), session.model(), session.connection());
    }

    /** Takes the lock, brings the schema up to date, and records the run or goes on with one. */
    static BatchTargets open(
            Database database, MigrationOptions options, HibernateModel model, MigrationListener listener) {
        RunHeader header = new RunHeader(database, options);
        listener.target(database.description(), options.schema());
        Connection connection = null;
        try {
            connection = database.connect(options.mode().name().toLowerCase(Locale.ROOT));
            header.beginBatches(connection);
            BatchTargets targets = new BatchTargets(new RunSession(header, options, model, connection));
            listener.started(header.id(), header.tag());
            if (header.isResumed()) {
                listener.resumed(header.id(), header.batchesBefore());
            }
            return targets;
        } catch (SQLException | RuntimeException e) {
            if (connection != null) {
                header.abandon(connection, e);
            }
            throw Coordinator.explained(e);
        }
    }

    /** Whether everything was checked by the run with which this one goes on. */
    boolean areChecked() {
        return session.header().isOpen();
    }

    /** For checking; closed by the caller before {@link #writing} is asked for. */
    Target checking() {
        MigrationOptions options = session.options().withMode(RunMode.VALIDATE_DATABASE);
        return new CheckTarget(new RunSession(session.header(), options, session.model(), coordinator.connection()));
    }

    /** For writing; closed by the caller. */
    Target writing() {
        return new BatchTarget(session, coordinator);
    }

    @Override
    public void close() {
        coordinator.close();
    }
}
