package dev.ferry.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who may start and stop the server of a home directory, and who uses it.
 *
 * <p>Two file locks, which the operating system takes back from a process that dies. {@code lock} is held, alone, while
 * a process starts, stops, joins or leaves; {@code users} is held, shared, as long as a process uses the server. So the
 * last one to leave knows that it is the last, and one that was killed does not count.
 *
 * <p>A file lock belongs to the whole JVM, so there is one object per directory, which counts the users within.
 */
final class HomeLock {
    private static final Map<Path, HomeLock> ALL = new ConcurrentHashMap<>();

    private final EmbeddedHome home;
    private int users;
    private @Nullable FileChannel usersFile;
    private @Nullable FileLock use;

    private HomeLock(EmbeddedHome home) {
        this.home = home;
    }

    static HomeLock of(EmbeddedHome home) {
        return ALL.computeIfAbsent(home.directory(), directory -> new HomeLock(home));
    }

    /**
     * Does this while no other thread or process starts, stops, joins or leaves. The other methods are for use within.
     */
    synchronized <T> T exclusively(Supplier<T> action) {
        try (FileChannel file = open("lock");
                FileLock lock = file.lock()) {
            if (!lock.isValid()) {
                throw new IllegalStateException("a file lock was lost while it was taken");
            }
            return action.get();
        } catch (IOException e) {
            throw home.failure(e);
        }
    }

    /** One more uses the server. */
    synchronized void join() {
        if (users == 0) {
            takeUse();
        }
        users++;
    }

    /** One less uses the server. */
    synchronized void leave() {
        users--;
        if (users == 0) {
            giveUse();
        }
    }

    /** Whether anybody uses the server, in this process or another one. */
    synchronized boolean isUsed() {
        return users > 0 || isUsedElsewhere();
    }

    /** Whether another process uses the server. */
    synchronized boolean isUsedElsewhere() {
        giveUse();
        try (FileChannel file = open("users");
                FileLock lock = file.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            throw home.failure(e);
        } finally {
            if (users > 0) {
                takeUse();
            }
        }
    }

    private void takeUse() {
        try {
            FileChannel file = open("users");
            usersFile = file;
            use = file.lock(0, Long.MAX_VALUE, true);
        } catch (IOException e) {
            throw home.failure(e);
        }
    }

    private void giveUse() {
        try {
            if (use != null) {
                use.release();
                use = null;
            }
            if (usersFile != null) {
                usersFile.close();
                usersFile = null;
            }
        } catch (IOException e) {
            throw home.failure(e);
        }
    }

    private FileChannel open(String name) throws IOException {
        return FileChannel.open(
                home.directory().resolve(name),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
    }
}
