/**
 * Whether a profile keeps what every profile promises, shown on its own samples in a database that is thrown away. Uses the
 * stages as any caller does; {@link dev.ferry.selftest.SelfTest} names every check.
 */
@NullMarked
package dev.ferry.selftest;

import org.jspecify.annotations.NullMarked;
