/** A profile for tests: people with passwords. */
@NullMarked
package dev.ferry.migration.members;

import org.jspecify.annotations.NullMarked;
