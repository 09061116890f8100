package dev.ferry.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * What a program took from the start of its process to its end.
 *
 * @param clientCpu processor time of the program, in seconds
 * @param serverCpu processor time of the server in that time, in seconds
 * @param memory the most memory of its process, in bytes
 * @param heap the most of it that Ferry says it needed itself, in bytes; zero of other programs
 */
record Measured(double seconds, double clientCpu, double serverCpu, long memory, long heap) {
    static double median(List<Measured> all, ToDoubleFunction<Measured> value) {
        double[] sorted = all.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    static double min(List<Measured> all, ToDoubleFunction<Measured> value) {
        return all.stream().mapToDouble(value).min().orElse(0);
    }

    static double max(List<Measured> all, ToDoubleFunction<Measured> value) {
        return all.stream().mapToDouble(value).max().orElse(0);
    }

    static long most(List<Measured> all, ToLongFunction<Measured> bytes) {
        return all.stream().mapToLong(bytes).max().orElse(0);
    }
}
