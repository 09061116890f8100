package dev.ferry.cli;

import dev.ferry.cli.setting.Catalog;
import dev.ferry.ledger.RunId;
import dev.ferry.migration.BackupResult;
import dev.ferry.migration.MigrationListener;
import dev.ferry.migration.MigrationResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a person how a run goes on, and the log too: one line that is drawn again and again on a terminal, plain lines at most
 * one a second elsewhere.
 */
final class Progress implements MigrationListener {
    /** How progress is shown. */
    enum Form {
        /** One line, redrawn. */
        REDRAWN,
        /** Lines, one after the other. */
        LINES,
        /** Not at all. */
        NONE
    }

    private static final Logger LOG = LoggerFactory.getLogger(dev.ferry.cli.Progress.class);
    private static final long LINE_EVERY = Duration.ofSeconds(1).toNanos();
    private static final long REDRAW_EVERY = Duration.ofMillis(100).toNanos();

    private final Messages messages;
    private final Form form;
    private final LongSupplier nanoTime;
    private final Cancellation cancellation;
    private String entity = "";
    private long entityStarted;
    private long lastShown;
    private @Nullable RunId run;
    private Consumer<MigrationResult> beforeCommit = any -> {};

    Progress(Messages messages, Form form, LongSupplier nanoTime, Cancellation cancellation) {
        this.messages = messages;
        this.form = form;
        this.nanoTime = nanoTime;
        this.cancellation = cancellation;
    }

    /** Tells of a call as its user wants to hear of it; here the simple name is that of the event. */
    static dev.ferry.cli.Progress of(Invocation invocation) {
        return new dev.ferry.cli.Progress(
                invocation.messages(), form(invocation), System::nanoTime, invocation.cancellation());
    }

    private static Form form(Invocation invocation) {
        if (invocation.settings().on(Catalog.QUIET)) {
            return Form.NONE;
        }
        return invocation.session().terminal().is(Terminal.Stream.ERR) ? Form.REDRAWN : Form.LINES;
    }

    /** Has something done with the result of a run before it is committed. */
    void beforeCommit(Consumer<MigrationResult> action) {
        beforeCommit = action;
    }

    @Override
    public void committing(MigrationResult result) {
        beforeCommit.accept(result);
    }

    @Override
    public void target(String description, String schema) {
        messages.line("Target: " + description + ", schema " + schema);
        LOG.info("target {}, schema {}", description, schema);
    }

    @Override
    public void started(RunId id, String tag) {
        run = id;
        LOG.info("run {} started, tag {}", id, tag);
    }

    @Override
    public void resumed(RunId id, long batches) {
        messages.line("Resuming run " + id + ", of which " + batches + (batches == 1 ? " batch is" : " batches are")
                + " committed");
        LOG.info("run {} resumed after {} batches", id, batches);
    }

    @Override
    public void progress(MigrationListener.Progress now) {
        cancellation.check();
        LOG.info("{}: {} records read, {} rows written", now.entity(), now.records(), now.written());
        long time = nanoTime.getAsLong();
        if (!entity.equals(now.entity())) {
            entity = now.entity();
            entityStarted = time;
            lastShown = time;
            return;
        }
        if (form == Form.REDRAWN && time - lastShown >= REDRAW_EVERY) {
            lastShown = time;
            messages.draw(line(now, time - entityStarted));
        } else if (form == Form.LINES && time - lastShown >= LINE_EVERY) {
            lastShown = time;
            messages.line(line(now, time - entityStarted));
        }
    }

    @Override
    public void backedUp(BackupResult backup) {
        messages.line("Backup: " + backup.backup().file());
        LOG.info(
                "backup {}, SHA-256 {}", backup.backup().file(), backup.backup().sha256());
        backup.pruned().forEach(file -> LOG.info("deleted the old backup {}", file));
    }

    @Override
    public void credentialsKept(Path file) {
        messages.warning("nobody knows yet whether the run was committed, so its generated passwords are kept in "
                + file + "; delete it if 'ferry status' does not show the run as COMPLETED");
    }

    /** The run, as soon as it has a name. */
    Optional<RunId> run() {
        return Optional.ofNullable(run);
    }

    private static String line(MigrationListener.Progress now, long nanos) {
        double seconds = Math.max(nanos, 1) / 1e9;
        String text = String.format(
                Locale.ROOT, "%s: %,d records, %,.0f/s", now.entity(), now.records(), now.records() / seconds);
        if (now.share() == 0.0) {
            return text;
        }
        Duration left = now.left(Duration.ofNanos(nanos));
        return text
                + String.format(
                        Locale.ROOT,
                        ", %.0f %%, %d:%02d:%02d left",
                        now.share() * 100,
                        left.toHours(),
                        left.toMinutesPart(),
                        left.toSecondsPart());
    }
}
