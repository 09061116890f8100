/**
 * The sixth stage: what was written is counted and followed along its foreign keys before the commit; later it is compared with
 * the source again, value by value, and what was found so is kept as a proof.
 */
@NullMarked
package dev.ferry.verify;

import org.jspecify.annotations.NullMarked;
