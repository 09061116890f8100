/**
 * The fault harness: kills Ferry, its connections and its server at random points, and counts what is
 * lost, doubled or stuck.
 *
 * <p>{@link dev.ferry.fault.Faults} is what {@code src/bench/faults} runs; {@link dev.ferry.fault.Round} is one round
 * from the fault to the rollback.
 */
@NullMarked
package dev.ferry.fault;

import org.jspecify.annotations.NullMarked;
