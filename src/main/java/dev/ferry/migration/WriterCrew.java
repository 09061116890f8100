package dev.ferry.migration;

import dev.ferry.ledger.BatchPlace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Writers at work side by side. Batches are handed over in their order, settled in their order, and a few of them are under way
 * at once; the first failure in that order is the one that is thrown. For the run's own thread.
 */
final class WriterCrew implements AutoCloseable {
    /** Batches under way for each writer: one that is written, and one that waits. */
    private static final int AHEAD = 2;

    private static final String WRITING = "batches were written";

    private final ExecutorService threads;
    private final List<BatchWriter> all = new ArrayList<>();
    private final BlockingQueue<BatchWriter> idle;
    private final Deque<Pending<?>> pending = new ArrayDeque<>();
    private final int most;

    /** @param session makes a writer, which connects when it is first used */
    WriterCrew(int writers, Supplier<BatchWriter> session) {
        this.threads = Threads.daemons(writers, "ferry-writer");
        this.idle = new ArrayBlockingQueue<>(writers);
        for (int i = 0; i < writers; i++) {
            all.add(session.get());
        }
        idle.addAll(all);
        this.most = writers * AHEAD;
    }

    /** A batch that was handed over. */
    private record Pending<R>(Consumer<R> settlement, Future<R> landed) {
        void settle() {
            settlement.accept(Threads.result(landed, WRITING));
        }
    }

    /** Hands a batch over; settles earlier ones that are done, and waits for the first of them where too many are not. */
    <R> void write(BatchPlace place, BatchWork<R> batch) {
        while (pending.size() >= most
                || (!pending.isEmpty() && pending.element().landed().isDone())) {
            settleFirst();
        }
        pending.add(new Pending<R>(batch::settle, threads.submit(() -> land(place, batch))));
    }

    /** Whether a batch that was handed over is still under way. */
    boolean isBusy() {
        return pending.stream().anyMatch(batch -> !batch.landed().isDone());
    }

    /** Has a crew of one do something behind the batches that were handed over; who waits next hears of its failure. */
    void after(Runnable work) {
        pending.add(new Pending<>(done -> {}, threads.submit(work, true)));
    }

    /** Waits until all batches have landed; they are settled later. */
    void await() {
        pending.forEach(batch -> Threads.result(batch.landed(), WRITING));
    }

    /** Waits for all batches and settles them. */
    void settle() {
        while (!pending.isEmpty()) {
            settleFirst();
        }
    }

    private <R> R land(BatchPlace place, BatchWork<R> batch) throws InterruptedException {
        BatchWriter writer = idle.take();
        try {
            return writer.write(place, batch);
        } finally {
            idle.put(writer);
        }
    }

    private void settleFirst() {
        pending.remove().settle();
    }

    /** Lets the batches that are being written end, and begins no more; what they did is only in the ledger. */
    void stop() {
        pending.forEach(batch -> batch.landed().cancel(false));
        pending.clear();
        // Their transactions have a time limit of their own.
        Threads.end(threads);
    }

    /** Stops, and closes the connections. */
    @Override
    public void close() {
        stop();
        all.forEach(BatchWriter::close);
    }
}
