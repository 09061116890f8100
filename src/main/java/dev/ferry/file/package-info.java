/**
 * Files that hold what others must not read.
 */
@NullMarked
package dev.ferry.file;

import org.jspecify.annotations.NullMarked;
