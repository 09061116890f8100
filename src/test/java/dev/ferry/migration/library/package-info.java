/**
 * A profile for tests that has what the profiles of the product may need: rows with surrogate ids found by natural keys,
 * further unique keys, optional parents, a link table, and a record that stands for several rows.
 */
@NullMarked
package dev.ferry.migration.library;

import org.jspecify.annotations.NullMarked;
