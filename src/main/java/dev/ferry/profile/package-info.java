/**
 * What a migration profile is: its sections, steps, mappings and keys. Knows no database.
 */
@NullMarked
package dev.ferry.profile;

import org.jspecify.annotations.NullMarked;
