/**
 * The fifth stage: entities become rows, looked up by natural key first.
 */
@NullMarked
package dev.ferry.write;

import org.jspecify.annotations.NullMarked;
