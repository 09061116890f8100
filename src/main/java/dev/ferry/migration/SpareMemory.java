package dev.ferry.migration;

/** The memory of the process that a run need not have: it may keep there what it would have to find again. */
final class SpareMemory {
    /** What a run needs of the heap for itself; in a smaller one nothing is kept. */
    private static final long NEEDED = 512L << 20;

    private SpareMemory() {}

    /** A part of it in bytes: a half, a third, … */
    static long part(int divisor) {
        return Math.max(0, Runtime.getRuntime().maxMemory() - NEEDED) / divisor;
    }
}
