/**
 * The run from source to report, and the library face of Ferry. Start reading at Migration.
 */
@NullMarked
package dev.ferry.migration;

import org.jspecify.annotations.NullMarked;
