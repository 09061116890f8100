package dev.ferry.cli;

import dev.ferry.database.Database;
import dev.ferry.failure.ExitCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends a command early and cleanly: its connections are cut, so that nothing more can be committed, and no new ones are given.
 * The server rolls back what was open. Thread-safe.
 */
final class Cancellation {
    /** What the command is doing. */
    private enum State {
        /** Nothing that needs an end: it waits for a person. */
        IDLE,
        /** It works, and will notice. */
        WORKING
    }

    private final CountDownLatch finished = new CountDownLatch(1);
    private final List<Connection> connections = new ArrayList<>();
    private final List<Database> databases = new ArrayList<>();
    private State state = State.IDLE;
    private boolean requested;
    private @Nullable Thread worker;

    /** The calling thread begins the command. */
    synchronized void begin() {
        state = State.WORKING;
        worker = Thread.currentThread();
    }

    /** The command has ended and said so. */
    void finish() {
        finished.countDown();
    }

    /** Whether the end was asked for. */
    synchronized boolean isRequested() {
        return requested;
    }

    /** Stops the run at a place where it can be stopped, if the end was asked for. */
    void check() {
        if (isRequested()) {
            throw new CommandException(ExitCode.INTERRUPTED, "interrupted", null, null);
        }
    }

    /** Waits for a person, who may end the command instead of answering. */
    <T> T idle(Supplier<T> question) {
        become(State.IDLE);
        try {
            return question.get();
        } finally {
            become(State.WORKING);
        }
    }

    /** The same database, but its connections end with the command. */
    WatchedDatabase watch(Database database) {
        synchronized (this) {
            databases.add(database);
        }
        return new WatchedDatabase(database, this);
    }

    /** Cuts every connection and wakes the command; called from another thread. */
    void request() {
        List<Connection> open;
        synchronized (this) {
            requested = true;
            open = List.copyOf(connections);
            if (worker != null) {
                worker.interrupt();
            }
        }
        open.forEach(Cancellation::cut);
    }

    /**
     * Asks for the end and waits until the command has ended. After the limit, what it opened is closed for it. Does nothing
     * after {@link #finish}.
     */
    void requestAndWait(Duration limit) {
        if (finished.getCount() == 0) {
            return;
        }
        request();
        try {
            if (isIdle() || !finished.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                closeAll();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Adds a connection that was just made. */
    Connection admit(Connection connection) {
        synchronized (this) {
            if (!requested) {
                connections.removeIf(Cancellation::isClosed);
                connections.add(connection);
                return connection;
            }
        }
        cut(connection);
        throw new CommandException(ExitCode.INTERRUPTED, "interrupted", null, null);
    }

    private synchronized boolean isIdle() {
        return state == State.IDLE;
    }

    private synchronized void become(State next) {
        state = next;
    }

    private void closeAll() {
        List<Database> open;
        synchronized (this) {
            open = List.copyOf(databases);
        }
        open.forEach(Database::close);
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    private static void cut(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // Already gone, which is what was wanted.
            return;
        }
    }
}
