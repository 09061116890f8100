package dev.ferry.fault;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits, in a harness whose subject is time. */
final class Pause {
    private static final Duration STEP = Duration.ofMillis(20);

    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Waits until this is so; whether it became so within the limit. */
    static boolean until(Duration limit, BooleanSupplier condition) {
        long end = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            of(STEP);
        }
        return true;
    }
}
