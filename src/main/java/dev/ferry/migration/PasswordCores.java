package dev.ferry.migration;

import dev.ferry.failure.ExitCode;
import dev.ferry.failure.FerryException;
import dev.ferry.migration.PasswordMaker.Made;
import dev.ferry.migration.PasswordMaker.Wanted;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Makes passwords on all cores; the answers come one after the other on the caller's thread, in any order. */
final class PasswordCores {
    private static final int AHEAD_PER_CORE = 4;

    private final PasswordMaker maker;
    private final int cores = Runtime.getRuntime().availableProcessors();

    PasswordCores(PasswordMaker maker) {
        this.maker = maker;
    }

    /** Makes them all; ends with the caller, whatever ends that. */
    void make(List<Wanted> wanted, Consumer<Made> action) {
        ExecutorService executor = Executors.newFixedThreadPool(Math.min(cores, Math.max(1, wanted.size())), work -> {
            Thread thread = new Thread(work, "passwords");
            thread.setDaemon(true);
            return thread;
        });
        try {
            CompletionService<Made> service = new ExecutorCompletionService<>(executor);
            Iterator<Wanted> next = wanted.iterator();
            int open = 0;
            while (next.hasNext() || open > 0) {
                // A few ahead: enough to keep every core busy, and little to throw away where the run ends.
                while (next.hasNext() && open < cores * AHEAD_PER_CORE) {
                    Wanted one = next.next();
                    service.submit(() -> maker.make(one));
                    open++;
                }
                action.accept(service.take().get());
                open--;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedHashing();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a password could not be hashed", e.getCause());
        } finally {
            executor.shutdownNow();
        }
    }

    /** The run was interrupted before it wrote anything. */
    private static final class InterruptedHashing extends FerryException {
        private static final long serialVersionUID = 1L;

        InterruptedHashing() {
            super(ExitCode.INTERRUPTED, "interrupted while passwords were hashed; nothing was written", null, null);
        }
    }
}
