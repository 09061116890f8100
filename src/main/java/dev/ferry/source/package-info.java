/**
 * The first stage: bytes of files become raw records, each with its place. Uses no other stage.
 */
@NullMarked
package dev.ferry.source;

import org.jspecify.annotations.NullMarked;
