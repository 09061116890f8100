/**
 * The sixth stage: what was written is counted and followed along its foreign keys before the commit.
 */
@NullMarked
package dev.ferry.verify;

import org.jspecify.annotations.NullMarked;
