package dev.ferry.migration;

import dev.ferry.database.AdvisoryLock;
import dev.ferry.database.Database;
import dev.ferry.database.SqlFailure;
import dev.ferry.failure.UsageException;
import dev.ferry.ledger.Drift;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.EntityCount;
import dev.ferry.ledger.LockState;
import dev.ferry.ledger.Run;
import dev.ferry.ledger.RunLedger;
import dev.ferry.ledger.RunStatus;
import dev.ferry.ledger.Undo;
import dev.ferry.profile.Profile;
import dev.ferry.profile.ReferenceStep;
import dev.ferry.source.RawRecord;
import dev.ferry.source.Section;
import dev.ferry.source.Source;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A profile's reference data: rows that it defines itself, such as roles. A migration writes what is missing of them as a run of
 * its own, which a rollback of the migration leaves; {@link #of} makes such a run alone.
 */
public final class Setup {
    /** What the ledger names as the source of such a run. */
    static final String SOURCE = "(reference data)";

    private Setup() {}

    /**
     * The run that writes what is missing of a profile's reference data, to be given to {@link Migration#into}.
     *
     * @throws UsageException where the profile has none
     */
    public static MigrationOptions of(Profile profile) {
        requireReferenceData(profile);
        return MigrationOptions.of(profile, SOURCE).withMode(RunMode.SETUP);
    }

    /**
     * What a cleaning did.
     *
     * @param target the database and schema, for people
     * @param entities the rows taken away, per table
     * @param held the rows that stay, and what holds them
     */
    public record Cleaning(String target, List<EntityCount> entities, List<Drift> held) {
        public Cleaning {
            entities = List.copyOf(entities);
            held = List.copyOf(held);
        }
    }

    /**
     * Takes the rows away that setup wrote, but for those that were changed since or that other rows name; a later setup
     * writes what is missing again. Rows that were there before setup are nobody's business here.
     *
     * @throws UsageException where the profile has no reference data
     */
    public static Cleaning clean(Database database, Profile profile, String schema) {
        return clean(database, profile, schema, Connection::commit);
    }

    /** What {@link #clean} would do; nothing is changed. */
    public static Cleaning rehearseCleaning(Database database, Profile profile, String schema) {
        return clean(database, profile, schema, Connection::rollback);
    }

    /** How the transaction of a cleaning ends. */
    @FunctionalInterface
    private interface Ending {
        void end(Connection connection) throws SQLException;
    }

    private static Cleaning clean(Database database, Profile profile, String schema, Ending ending) {
        requireReferenceData(profile);
        try (Connection connection = database.connect("setup --clean")) {
            AdvisoryLock lock = AdvisoryLock.acquire(connection, schema);
            try {
                Cleaning cleaning = clean(database, connection, schema);
                if (!connection.getAutoCommit()) {
                    ending.end(connection);
                }
                return cleaning;
            } finally {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                lock.close();
            }
        } catch (SQLException e) {
            throw SqlFailure.explain(e);
        }
    }

    private static Cleaning clean(Database database, Connection connection, String schema) throws SQLException {
        String target = database.description() + ", schema " + schema;
        if (!RunLedger.exists(connection)) {
            return new Cleaning(target, List.of(), List.of());
        }
        Undo undo = new Undo(connection, schema, DriftPolicy.KEEP);
        connection.setAutoCommit(false);
        for (Run run : RunLedger.runs(connection, schema, LockState.HELD)) {
            if (run.status() == RunStatus.COMPLETED && run.source().equals(SOURCE)) {
                if (undo.clean(run.id())) {
                    RunLedger.removeFromChangelog(connection, schema, run.id());
                }
            }
        }
        return new Cleaning(target, undo.counts(), undo.drift());
    }

    private static void requireReferenceData(Profile profile) {
        if (profile.steps().stream().noneMatch(ReferenceStep.class::isInstance)) {
            throw new UsageException("profile " + profile.name() + " has no reference data", null);
        }
    }

    /** The source of a run that reads none. */
    static final class NoSource implements Source {
        @Override
        public String name() {
            return SOURCE;
        }

        @Override
        public String sha256() {
            return "";
        }

        @Override
        public long size(Section section) {
            return 0;
        }

        @Override
        public Stream<RawRecord> records(Section section) {
            return Stream.empty();
        }

        @Override
        public RawRecord record(Section section, long offset) {
            throw new IllegalArgumentException("there are no records");
        }

        @Override
        public List<String> notices() {
            return List.of();
        }

        @Override
        public void close() {}
    }
}
