package dev.ferry.migration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes something of the elements of an iterator on a thread of its own, a few before it is asked for, so that reading and checking go on
 * while the database works. Gives them in their order, and a failure where it would have come. For one thread.
 */
final class ReadAhead<T> implements AutoCloseable {
    /** Elements that wait or are being made: one of each keeps both sides at work. */
    private static final int AHEAD = 2;

    private final ExecutorService thread = Threads.daemons(1, "ferry-reader");
    private final Deque<Future<Optional<T>>> ahead = new ArrayDeque<>();
    private final Supplier<Optional<T>> source;
    /** Of the other thread. */
    private boolean ended;

    /** @param elements used, as is the function, by the other thread alone until this is closed */
    <S> ReadAhead(Iterator<S> elements, Function<S, T> made) {
        this.source = () -> elements.hasNext() ? Optional.of(made.apply(elements.next())) : Optional.empty();
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
        Optional<T> made = source.get();
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
