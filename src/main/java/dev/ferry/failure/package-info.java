/**
 * The families of failures and the exit status of each; used by every package, using none.
 */
@NullMarked
package dev.ferry.failure;

import org.jspecify.annotations.NullMarked;
