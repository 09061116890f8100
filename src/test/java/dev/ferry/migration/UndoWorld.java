package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.DatabaseDump;
import dev.ferry.TestPostgres;
import dev.ferry.database.Database;
import dev.ferry.database.DatabaseUrl;
import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.RollbackGoal;
import dev.ferry.ledger.RunId;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Profiles;
import dev.ferry.profile.ReferenceStep;
import dev.ferry.schema.SchemaOwner;
import dev.ferry.write.WriterChoice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** A database with several profiles and schemas side by side, and what each looked like before each of its runs. */
@NullMarked
final class UndoWorld implements AutoCloseable {
    final String url = TestPostgres.newDatabase();
    final Random random;
    final List<Lane> lanes = new ArrayList<>();
    private final RandomSources sources;
    private final Path folder;
    private final Connection connection;
    private int tags;

    UndoWorld(long seed, Path folder) {
        this.random = new Random(seed);
        this.sources = new RandomSources(random);
        this.folder = folder;
        try {
            this.connection = DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A run that was committed, with the schema before and after it. */
    record Recorded(RunId run, String tag, Snapshot before, Snapshot after) {}

    /** A profile in a schema, with its runs, oldest first. */
    final class Lane {
        final Profile profile;
        final String schema;
        final List<Recorded> history = new ArrayList<>();
        private Optional<CatalogKeys> keys = Optional.empty();

        Lane(Profile profile, String schema) {
            this.profile = profile;
            this.schema = schema;
        }

        Snapshot now() {
            return Snapshot.of(connection, schema);
        }

        /** The tables, and what a profile defines for itself, so that a later run does not set it up beside itself. */
        void begin() {
            new SchemaOwner(database(), profile, schema).update();
            if (profile.steps().stream().anyMatch(ReferenceStep.class::isInstance)) {
                run(options("").withMode(RunMode.SETUP));
            }
        }

        /** A run at random; where it is not committed nothing may have changed. */
        void migrate() {
            boolean broken = random.nextInt(4) == 0;
            String document = broken ? sources.broken(profile) : sources.sound(profile);
            MigrationOptions options = options(document).withBatchSize(3 + random.nextInt(9));
            options = random.nextBoolean() ? options.withOnConflict(OnConflict.UPDATE) : options;
            options = random.nextInt(4) == 0 ? options.withExistingRows(ExistingRows.TRUNCATED) : options;
            options = options.withWriter(random.nextBoolean() ? WriterChoice.COPY : WriterChoice.JDBC);
            options = random.nextInt(4) > 0 ? options.withOnRejected(OnRejected.WRITE_THE_REST) : options;
            Set<String> some = entities();
            some.removeIf(entity -> random.nextInt(3) == 0);
            run(random.nextInt(4) == 0 ? options.withEntities(some) : options);
        }

        /** The tables that are filled from a source. */
        Set<String> entities() {
            return profile.steps().stream()
                    .filter(step -> !(step instanceof ReferenceStep<?>))
                    .map(step -> step.table().name())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private MigrationOptions options(String document) {
            return MigrationOptions.of(profile, write(document)).withSchema(schema);
        }

        private void run(MigrationOptions options) {
            String tag = (random.nextBoolean() ? "Tag 'of' " : "t") + ++tags;
            Snapshot before = now();
            try {
                MigrationResult result = Migration.into(database(), options.withTag(tag), MigrationListener.SILENT)
                        .run();
                result.summary().report().close();
                assertThat(result).isNotInstanceOf(MigrationResult.Mismatched.class);
                if (result instanceof MigrationResult.Completed completed) {
                    String run = completed.summary().run();
                    history.add(new Recorded(new RunId(String.valueOf(run)), tag, before, now()));
                    return;
                }
            } catch (RefusalException e) {
                // Truncation where tables that were not chosen point in.
                assertThat(options.existingRows()).as(e.getMessage()).isEqualTo(ExistingRows.TRUNCATED);
            }
            assertSame(now(), before);
        }

        /**
         * Edits of rows that come from a source. What a profile defines for itself is left alone: the next run would bring
         * it back in a run of its own.
         */
        HandEdits edits() {
            return new HandEdits(connection, schema, keys(), entities(), random);
        }

        /** The schema's keys, which no run changes. */
        CatalogKeys keys() {
            if (keys.isEmpty()) {
                keys = Optional.of(CatalogKeys.of(url, schema));
            }
            return keys.get();
        }

        /** A run to go back before; the newest at times, by any of its names. */
        int someRun() {
            return random.nextInt(history.size());
        }

        RollbackGoal goal(int run) {
            Recorded to = history.get(run);
            if (run == history.size() - 1 && random.nextBoolean()) {
                return new RollbackGoal.NewestRun();
            }
            return random.nextBoolean()
                    ? new RollbackGoal.ToTag(
                            random.nextBoolean() ? to.tag() : to.tag().toUpperCase(Locale.ROOT))
                    : new RollbackGoal.BeforeRun(to.run());
        }

        RollbackResult undo(RollbackGoal goal, DriftPolicy policy) {
            return Rollback.in(database(), new RollbackRequest(profile, schema, goal, policy))
                    .run();
        }

        void forget(int firstRun) {
            history.subList(firstRun, history.size()).clear();
        }

        /** What the ledger has of the runs from this one on, newest batch first. */
        List<UndoModel.Work> work(int firstRun) {
            List<UndoModel.Work> work = new ArrayList<>();
            for (int i = history.size() - 1; i >= firstRun; i--) {
                Recorded run = history.get(i);
                for (String line : DatabaseDump.column(url, """
                        SELECT concat_ws('|', action, table_name, (
                          SELECT string_agg(key, '|' ORDER BY n) FROM (
                            SELECT k.n, string_agg(b.keys[c][k.n], '/' ORDER BY c) AS key
                            FROM generate_subscripts(b.keys, 1) c, generate_subscripts(b.keys, 2) k(n) GROUP BY k.n) k))
                        FROM ferry.run_batches b WHERE run_id = '%s' ORDER BY batch DESC
                        """.formatted(run.run()))) {
                    List<String> parts = Arrays.asList(line.split("\\|"));
                    work.add(new UndoModel.Work(
                            run.run().value(),
                            parts.get(0),
                            parts.get(1),
                            parts.subList(2, parts.size()),
                            run.before(),
                            run.after()));
                }
            }
            return work;
        }
    }

    void addLane(String profile, String schema) {
        Lane lane = new Lane(Profiles.named(profile), schema);
        lanes.add(lane);
        lane.begin();
    }

    Lane anyLane() {
        return lanes.get(random.nextInt(lanes.size()));
    }

    /** What every other schema holds. */
    Map<Lane, Snapshot> others(Lane lane) {
        Map<Lane, Snapshot> others = new LinkedHashMap<>();
        lanes.stream().filter(other -> other != lane).forEach(other -> others.put(other, other.now()));
        return others;
    }

    static void assertSame(Snapshot now, Snapshot recorded) {
        assertThat(now.images()).isEqualTo(recorded.images());
        assertThat(now.changelog()).isEqualTo(recorded.changelog());
        assertThat(now.identities()).isEqualTo(recorded.identities());
    }

    private Database database() {
        return Database.at(DatabaseUrl.parse(url));
    }

    private String write(String document) {
        try {
            return Files.writeString(folder.resolve("source.json"), document).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
