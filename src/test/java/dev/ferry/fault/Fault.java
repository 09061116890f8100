package dev.ferry.fault;

import dev.ferry.DatabaseDump;
import dev.ferry.fault.FaultKind.Place;
import dev.ferry.fault.FrontendMessages.Message;
import dev.ferry.fault.Moment.Stage;
import dev.ferry.fault.Server.Restart;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * A fault, with everything about it that is left to chance.
 *
 * @param moment when it strikes
 * @param first how long it takes in its first part, as far as it has parts
 * @param second how long in its second
 * @param choice which of several it takes
 */
record Fault(FaultKind kind, Moment moment, Duration first, Duration second, int choice) {
    private static final int LONGEST_MILLIS = 1_500;

    /** Chosen at random, spread over the whole of a run that took so long and said so much. */
    static Fault of(FaultKind kind, Baseline usual, Random random) {
        Duration first = Duration.ofMillis(random.nextInt(LONGEST_MILLIS));
        Duration second = Duration.ofMillis(random.nextInt(LONGEST_MILLIS));
        return new Fault(kind, moment(kind, usual, random), first, second, random.nextInt(100));
    }

    private static Moment moment(FaultKind kind, Baseline usual, Random random) {
        Stage stage = kind.stage(random);
        if (kind.place() == Place.COMMIT) {
            // The last one is the one that counts most; those before are of schema changes and batches.
            long commits = Math.max(1, usual.commits());
            return new Moment.AtCommit(random.nextInt(5) < 3 ? commits : 1 + random.nextLong(commits), stage);
        }
        if (kind.place() == Place.ANYWHERE && random.nextInt(4) == 0) {
            return new Moment.AfterMillis(random.nextLong(Math.max(1, usual.millis())));
        }
        return new Moment.AtMessage(1 + random.nextLong(usual.messages()), stage);
    }

    /** What strikes a process that works on this database; gives whether it was still there. */
    Watch watch(FerryProcess process, Server server, Proxy proxy, String database, CompletableFuture<Void> over) {
        return new Watch(moment, (link, message) -> {
            boolean alive = process.isAlive();
            if (alive) {
                strike(process, server, proxy, database, over, link, message);
            }
            if (!kind.stopsServer() || !alive) {
                over.complete(null);
            }
            return alive;
        });
    }

    private void strike(
            FerryProcess process,
            Server server,
            Proxy proxy,
            String database,
            CompletableFuture<Void> over,
            Optional<Link> link,
            Optional<Message> message)
            throws IOException {
        switch (kind) {
            case KILL, KILL_AT_COMMIT -> process.kill();
            case TERMINATE -> process.signal("TERM");
            case INTERRUPT, INTERRUPT_AT_COMMIT -> process.signal("INT");
            case BACKEND, BACKEND_AT_COMMIT -> terminateBackend(server.jdbc(database));
            case REQUEST_LOST, COMMIT_LOST -> cut(link.orElseThrow());
            case REPLY_LOST, COMMIT_REPLY_LOST -> {
                // Half of the replies get as far as the network; the others are lost with the server still at work.
                if (choice % 2 == 0) {
                    Pause.until(first, () -> link.orElseThrow().swallows(Duration.ZERO));
                }
                cut(link.orElseThrow());
            }
            case COMMIT_LATE -> link.orElseThrow().deliverLate(message.orElseThrow(), first);
            case STALL -> {
                Pause.of(first.multipliedBy(2));
                proxy.cut();
            }
            case RESTART_FAST, RESTART_AT_COMMIT -> restart(server, Restart.FAST, over);
            case RESTART_IMMEDIATE, CRASH_AT_COMMIT -> restart(server, Restart.IMMEDIATE, over);
        }
    }

    private void cut(Link link) {
        link.cutClient();
        Pause.of(second);
        link.cutServer();
    }

    /** Beside whatever the process does meanwhile. */
    private void restart(Server server, Restart how, CompletableFuture<Void> over) {
        Duration delay = first.dividedBy(15);
        Thread thread = new Thread(
                () -> {
                    try {
                        Pause.of(delay);
                        server.restart(how);
                        over.complete(null);
                    } catch (RuntimeException e) {
                        over.completeExceptionally(e);
                    }
                },
                "fault-restart");
        thread.setDaemon(true);
        thread.start();
    }

    private void terminateBackend(String url) {
        List<String> sessions = DatabaseDump.column(
                url,
                "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
                        + " AND application_name LIKE 'ferry %' ORDER BY backend_start");
        if (!sessions.isEmpty()) {
            DatabaseDump.column(url, "SELECT pg_terminate_backend(" + sessions.get(choice % sessions.size()) + ")");
        }
    }
}
