package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ferry.failure.RefusalException;
import dev.ferry.ledger.Drift;
import dev.ferry.ledger.DriftPolicy;
import dev.ferry.ledger.RollbackGoal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Takes back whatever random runs did, and compares with what was there before. The seeds are fixed;
 * {@code -Dundo.seeds=100..120 -Dundo.steps=200} gives others, and more of it. A failure names its seed.
 */
@NullMarked
class UndoPropertyTest {
    private static final int STEPS = Integer.getInteger("undo.steps", 16);
    private static final Pattern DIFFERENCE = Pattern.compile("\\n {2}(\\S+) '(.*?)' (\\w+ \\w+).* since run (\\S+)");

    @TempDir
    private Path folder;

    static LongStream seeds() {
        String[] range = System.getProperty("undo.seeds", "1..1").split("\\.\\.");
        return LongStream.rangeClosed(Long.parseLong(range[0]), Long.parseLong(range[range.length - 1]));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_state_before_a_run_comes_back_to_the_byte_and_other_schemas_stay(long seed) {
        try (UndoWorld world = new UndoWorld(seed, folder)) {
            world.addLane("courses", "courses");
            world.addLane("apps", "apps");
            world.addLane("subscriptions", "subscriptions");
            world.addLane("classroom", "classroom");
            world.addLane("school", "school");
            world.addLane("classroom", "Second Register");
            world.addLane("courses", "public");
            for (int step = 0; step < STEPS; step++) {
                UndoWorld.Lane lane = world.anyLane();
                int choice = world.random.nextInt(10);
                if (choice == 0) {
                    toEmpty(world, lane);
                } else if (choice < 4 && !lane.history.isEmpty()) {
                    Map<UndoWorld.Lane, Snapshot> others = world.others(lane);
                    int run = lane.someRun();
                    lane.undo(lane.goal(run), DriftPolicy.ABORT);
                    UndoWorld.assertSame(lane.now(), lane.history.get(run).before());
                    lane.forget(run);
                    others.forEach((other, before) -> UndoWorld.assertSame(other.now(), before));
                } else {
                    lane.migrate();
                }
            }
        }
    }

    private static void toEmpty(UndoWorld world, UndoWorld.Lane lane) {
        Map<UndoWorld.Lane, Snapshot> others = world.others(lane);
        lane.undo(new RollbackGoal.ToTag("empty"), DriftPolicy.ABORT);
        Snapshot empty = lane.now();
        assertThat(empty.tables()).isEmpty();
        assertThat(empty.identities()).isEmpty();
        others.forEach((other, before) -> UndoWorld.assertSame(other.now(), before));
        lane.forget(0);
        lane.begin();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rows_that_were_edited_since_are_refused_kept_or_overwritten_as_asked(long seed) {
        Set<HandEdits.Kind> kinds = new TreeSet<>();
        try (UndoWorld world = new UndoWorld(seed, folder)) {
            world.addLane("courses", "courses");
            world.addLane("apps", "public");
            world.addLane("subscriptions", "My Bot");
            world.addLane("classroom", "classroom");
            world.addLane("school", "school");
            for (int step = 0; step < STEPS; step++) {
                UndoWorld.Lane lane = world.lanes.get(step % world.lanes.size());
                HandEdits edits = lane.edits();
                for (int i = world.random.nextInt(2); i >= 0; i--) {
                    edits.make(world.random.nextInt(2));
                    lane.migrate();
                }
                if (!lane.history.isEmpty()) {
                    takeBack(world, lane, edits);
                }
                kinds.addAll(edits.done);
            }
        }
        assertThat(kinds).isNotEmpty();
    }

    private static void takeBack(UndoWorld world, UndoWorld.Lane lane, HandEdits edits) {
        Map<UndoWorld.Lane, Snapshot> others = world.others(lane);
        Snapshot unedited = lane.now();
        edits.make(world.random.nextInt(4));
        int run = lane.someRun();
        Optional<RefusalException> refusal = undo(world, lane, run, DriftPolicy.ABORT);
        if (refusal.isPresent()) {
            Snapshot edited = lane.now();
            DriftPolicy policy = world.random.nextBoolean() ? DriftPolicy.KEEP : DriftPolicy.FORCE;
            boolean done = undo(world, lane, run, policy).isEmpty();
            if (done && policy == DriftPolicy.KEEP) {
                assertEditsStay(unedited, edited, lane.now());
            }
            if (!done && policy == DriftPolicy.FORCE) {
                assertThat(refusal.get().advice().orElseThrow()).doesNotContain("force takes later changes back");
            }
        }
        others.forEach((other, before) -> UndoWorld.assertSame(other.now(), before));
    }

    /** Takes runs back as the model says, or is refused as it says. */
    private static Optional<RefusalException> undo(UndoWorld world, UndoWorld.Lane lane, int run, DriftPolicy policy) {
        Snapshot before = lane.now();
        UndoModel model = new UndoModel(before, lane.keys(), policy);
        String forbidden = "";
        try {
            model.undo(lane.work(run));
        } catch (UndoModel.Forbidden e) {
            forbidden = String.valueOf(e.getMessage());
        }
        RollbackGoal goal = lane.goal(run);
        String what = policy + " " + lane.schema + " " + goal + " " + forbidden + " " + model.drift;
        boolean refused = !forbidden.isEmpty() || (policy == DriftPolicy.ABORT && !model.drift.isEmpty());
        if (refused) {
            RefusalException refusal = catchThrowableOfType(RefusalException.class, () -> lane.undo(goal, policy));
            assertThat(refusal).as(what).isNotNull();
            UndoWorld.assertSame(lane.now(), before);
            if (policy == DriftPolicy.ABORT && !model.drift.isEmpty()) {
                assertThat(told(String.valueOf(refusal.getMessage()))).as(what).isEqualTo(model.drift);
            }
            return Optional.of(refusal);
        }
        RollbackResult result;
        try {
            result = lane.undo(goal, policy);
        } catch (RefusalException e) {
            throw new AssertionError(what, e);
        }
        assertThat(lane.now().images()).as(what).isEqualTo(model.images());
        assertThat(told(result)).as(what).isEqualTo(model.drift);
        lane.forget(run);
        return Optional.empty();
    }

    private static void assertEditsStay(Snapshot unedited, Snapshot edited, Snapshot now) {
        unedited.tables().forEach((table, rows) -> {
            Set<String> keys = new TreeSet<>(rows.keySet());
            keys.addAll(edited.rows(table).keySet());
            Map<String, String> left = new TreeMap<>();
            Map<String, String> wanted = new TreeMap<>();
            for (String key : keys) {
                Snapshot.Row row = edited.row(table, key);
                Snapshot.Row old = unedited.row(table, key);
                if (row == null ? old != null : !row.sameAs(old)) {
                    wanted.put(key, String.valueOf(row));
                    left.put(key, String.valueOf(now.row(table, key)));
                }
            }
            assertThat(left).isEqualTo(wanted);
        });
    }

    private static Set<String> told(RollbackResult result) {
        Set<String> told = new TreeSet<>();
        for (Drift drift : result.drift()) {
            told.add(drift.run().orElseThrow() + " " + drift.table() + " '" + drift.key() + "' "
                    + (drift.kind() == Drift.Kind.HELD ? Drift.Kind.REFERENCED : drift.kind()));
        }
        return told;
    }

    private static Set<String> told(String message) {
        Map<String, Drift.Kind> kinds = Map.of(
                "was changed", Drift.Kind.CHANGED,
                "was deleted", Drift.Kind.MISSING,
                "is referred", Drift.Kind.REFERENCED,
                "was added", Drift.Kind.ADDED,
                "lost its", Drift.Kind.TAKEN,
                "refers to", Drift.Kind.ORPHANED);
        Set<String> told = new TreeSet<>();
        Matcher found = DIFFERENCE.matcher(message);
        while (found.find()) {
            told.add(found.group(4) + " " + found.group(1) + " '" + found.group(2) + "' " + kinds.get(found.group(3)));
        }
        return told;
    }
}
