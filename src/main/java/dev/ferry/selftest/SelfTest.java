package dev.ferry.selftest;

import dev.ferry.database.Database;
import dev.ferry.failure.FerryException;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Samples;
import dev.ferry.selftest.Check.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Takes a profile's samples, good and broken, through everything that Ferry does with them, in a database that nobody needs, and
 * says of each promise whether it was kept.
 *
 * <p>The checks follow one another: each begins with what those before it left. One that cannot begin for that reason is broken
 * too, since nothing was shown of it.
 */
public final class SelfTest {
    private final SampleRuns runs;
    private final Profile profile;
    private final Consumer<Check> told;
    private final List<Check> checks = new ArrayList<>();

    private SelfTest(SampleRuns runs, Profile profile, Consumer<Check> told) {
        this.runs = runs;
        this.profile = profile;
        this.told = told;
    }

    /**
     * Tries a profile.
     *
     * @param database empty, and thrown away by the caller
     * @param scratch an empty folder, for backups; the caller deletes it
     * @param told hears of each check as soon as it is made
     * @throws dev.ferry.failure.UsageException where the profile has no samples
     */
    public static SelfTestReport run(Database database, Profile profile, Path scratch, Consumer<Check> told) {
        try (Samples good = Samples.of(profile);
                Samples broken = Samples.broken(profile)) {
            SampleRuns runs = new SampleRuns(database, profile, good.folder(), broken, scratch);
            return new SelfTest(runs, profile, told).run();
        }
    }

    private SelfTestReport run() {
        held("the sample has no violation", runs::validateGood);
        tried("the broken sample has exactly the violations that it lists", runs::validateBroken);
        held("a rehearsal writes nothing and leaves no schema", runs::rehearse);
        held("a migration writes every valid row", runs::migrate);
        held("a second migration writes nothing", runs::migrateAgain);
        held("an update of what is there already writes nothing", runs::updateSame);
        held("verification finds every row as the source says", runs::verifySame);
        held("a backup keeps every row", runs::backUp);
        tried("verification finds a value that was changed by hand", runs::changeByHand);
        tried("an update mends it", runs::updateChanged);
        tried("taking the update back leaves the value as it was changed", runs::rollBackUpdate);
        held("a restore brings every byte back", runs::restore);
        held("taking the restore back brings back what was there before it", runs::rollBackRestore);
        held("a backup with one byte changed is refused and changes nothing", runs::refuseDamaged);
        tried("the broken sample writes nothing", runs::refuseBroken);
        tried("what is valid of the broken sample can be written, and taken back", runs::forceBroken);
        held("batches that commit by themselves leave the rows of one transaction", runs::commitBatches);
        held("taking everything back leaves nothing of it", runs::rollBackAll);
        tried("the schema can be taken back and brought up again", runs::rollBackSchema);
        return new SelfTestReport(profile.name(), profile.version(), checks);
    }

    /** Tries a promise that every profile's samples can show. */
    private void held(String promise, Runnable trial) {
        tried(promise, () -> {
            trial.run();
            return Optional.empty();
        });
    }

    /** Shows a promise; gives the reason where the samples give no occasion to. */
    @FunctionalInterface
    interface Trial {
        Optional<String> run();
    }

    private void tried(String promise, Trial trial) {
        long start = System.nanoTime();
        Outcome outcome = Outcome.BROKEN;
        String detail;
        try {
            Optional<String> without = trial.run();
            outcome = without.isPresent() ? Outcome.UNTRIED : Outcome.HELD;
            detail = without.orElse("");
        } catch (BrokenPromise e) {
            detail = e.getMessage();
        } catch (FerryException e) {
            detail = e.getMessage() + " (exit " + e.exitCode().status() + ")";
        } catch (RuntimeException e) {
            // What a profile's own code throws is a finding, and no reason to leave the other promises untried.
            detail = "unexpected: " + e;
        }
        Check check = new Check(promise, outcome, detail, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
        checks.add(check);
        told.accept(check);
    }
}
