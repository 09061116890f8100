package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ferry.ledger.BatchPlace;
import dev.ferry.ledger.EntityCount;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** A connection has one user at a time, also where a run is interrupted. */
@NullMarked
class WriterCrewTest {
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final CountDownLatch writing = new CountDownLatch(1);

    @Test
    void a_connection_is_closed_after_the_batch_that_is_on_it_although_the_run_is_interrupted()
            throws InterruptedException {
        try (WriterCrew crew = new WriterCrew(1, Slow::new)) {
            crew.write(new BatchPlace(0, 1), new Nothing());
            writing.await();
            Thread.currentThread().interrupt();
        }
        assertThat(Thread.interrupted()).isTrue();
        assertThat(events).containsExactly("written", "closed");
    }

    /** Heeds no interrupt, as sending on a socket does not. */
    private final class Slow implements BatchWriter {
        @Override
        @SuppressWarnings("NullAway") // The batch is given up: nobody asks what came of it.
        public <R> R write(BatchPlace place, BatchWork<R> batch) {
            writing.countDown();
            long end = System.nanoTime() + Duration.ofMillis(200).toNanos();
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            events.add("written");
            return null;
        }

        @Override
        public void close() {
            events.add("closed");
        }
    }

    private static final class Nothing implements BatchWork<Boolean> {
        @Override
        public Boolean land(TargetRows rows) {
            return true;
        }

        @Override
        public List<EntityCount> counts(Boolean landed) {
            return List.of();
        }

        @Override
        public void settle(Boolean landed) {}

        @Override
        public void recall(TargetRows rows, List<EntityCount> counts) {}
    }
}
