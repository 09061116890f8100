package dev.ferry.selftest;

/**
 * A promise, and whether it was kept.
 *
 * @param promise what is promised, as a sentence
 * @param outcome whether it was kept
 * @param detail what was seen, where it was not kept or could not be tried
 * @param durationMillis how long trying it took
 */
public record Check(String promise, Outcome outcome, String detail, long durationMillis) {
    /** Whether a promise was kept. */
    public enum Outcome {
        /** It was. */
        HELD,
        /** It was not. */
        BROKEN,
        /** The profile's samples give no occasion to try it. */
        UNTRIED
    }
}
