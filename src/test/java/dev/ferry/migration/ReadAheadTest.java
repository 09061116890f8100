package dev.ferry.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class ReadAheadTest {
    @Test
    void elements_come_in_their_order_and_then_none() {
        try (ReadAhead<Integer> ahead = new ReadAhead<>(List.of(1, 2, 3).iterator(), number -> number)) {
            assertThat(Stream.generate(ahead::next).limit(5))
                    .containsExactly(
                            Optional.of(1), Optional.of(2), Optional.of(3), Optional.empty(), Optional.empty());
        }
    }

    @Test
    void a_failure_comes_after_the_elements_before_it_and_nothing_is_read_behind_it() {
        AtomicInteger read = new AtomicInteger();
        try (ReadAhead<Integer> ahead = new ReadAhead<>(numbers(read, 2), number -> number)) {
            assertThat(ahead.next()).contains(1);
            assertThat(ahead.next()).contains(2);
            assertThatThrownBy(ahead::next).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(read).hasValue(3);
    }

    @Test
    void two_elements_are_read_before_they_are_asked_for_and_no_more() throws InterruptedException {
        AtomicInteger read = new AtomicInteger();
        CountDownLatch second = new CountDownLatch(2);
        Function<Integer, Integer> counted = number -> {
            second.countDown();
            return number;
        };
        try (ReadAhead<Integer> ahead = new ReadAhead<>(numbers(read, Integer.MAX_VALUE), counted)) {
            second.await();
            assertThat(ahead.next()).contains(1);
        }
        assertThat(read.get()).isBetween(2, 3);
    }

    /** 1, 2, 3 … and a failure instead of the number behind the last. */
    private static Iterator<Integer> numbers(AtomicInteger read, int last) {
        return Stream.generate(() -> {
                    int number = read.incrementAndGet();
                    if (number > last) {
                        throw new IllegalArgumentException("behind " + last);
                    }
                    return number;
                })
                .iterator();
    }
}
