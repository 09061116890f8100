package dev.ferry.migration;

import dev.ferry.database.DatabaseException;
import dev.ferry.failure.ExitCode;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Threads that work beside the run's own, and end with it. */
final class Threads {
    private Threads() {}

    /** A number of threads that do not keep the process alive. */
    static ExecutorService daemons(int number, String name) {
        return Executors.newFixedThreadPool(number, work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * What came of work that was handed over; its failure is thrown as if it had been done here.
     *
     * @param meanwhile what is done, for who interrupts it
     */
    static <T> T result(Future<T> work, String meanwhile) {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseException(ExitCode.ENVIRONMENT, "interrupted while " + meanwhile, null, null, e);
        }
    }

    /**
     * Begins no more work, and waits until what was begun has ended. Who is interrupted meanwhile hands that on and still waits:
     * a connection that one thread closes while another sends on it would send neither what it should nor nothing.
     */
    static void end(ExecutorService threads) {
        threads.shutdown();
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                threads.shutdownNow();
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
