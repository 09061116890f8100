/**
 * Course evaluations and their metadata, keyed by natural key.
 */
@NullMarked
package dev.ferry.profile.courses;

import org.jspecify.annotations.NullMarked;
