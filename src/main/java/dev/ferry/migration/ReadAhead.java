package dev.ferry.migration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Takes the elements of an iterator on a thread of its own, a few before they are asked for, so that reading and checking go on
 * while the database works. Gives them in their order, and a failure where it would have come. For one thread.
 */
final class ReadAhead<T> implements AutoCloseable {
    /** Elements that wait or are being made: one of each keeps both sides at work. */
    private static final int AHEAD = 2;

    private final ExecutorService thread = Threads.daemons(1, "ferry-reader");
    private final Deque<Future<Optional<T>>> ahead = new ArrayDeque<>();
    private final Iterator<T> elements;
    /** Of the other thread. */
    private boolean ended;

    /** @param elements used by the other thread alone until this is closed */
    ReadAhead(Iterator<T> elements) {
        this.elements = elements;
        for (int i = 0; i < AHEAD; i++) {
            ahead.add(thread.submit(this::make));
        }
    }

    private Optional<T> make() {
        if (ended) {
            return Optional.empty();
        }
        // Also where it fails.
        ended = true;
        Optional<T> made = elements.hasNext() ? Optional.of(elements.next()) : Optional.empty();
        ended = made.isEmpty();
        return made;
    }

    /** The next element, or none at the end. */
    Optional<T> next() {
        ahead.add(thread.submit(this::make));
        return Threads.result(ahead.remove(), "the source was read");
    }

    /** Waits for the element that is being made, and makes no more. */
    @Override
    public void close() {
        ahead.forEach(element -> element.cancel(false));
        Threads.end(thread);
    }
}
