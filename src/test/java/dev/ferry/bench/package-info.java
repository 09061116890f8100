/**
 * The benchmark: loads the same rows by several ways into databases that start alike, and prints what each took.
 *
 * <p>{@link dev.ferry.bench.Benchmark} is what {@code src/bench/run} runs; {@link dev.ferry.bench.Comparison} is the table of
 * ways. Programs that are compared are classes of this package, too, each run in a process of its own.
 */
@NullMarked
package dev.ferry.bench;

import org.jspecify.annotations.NullMarked;
