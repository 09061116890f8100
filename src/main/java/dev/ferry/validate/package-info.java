/**
 * The third stage: DTOs are checked against their constraints, their parents and each other.
 */
@NullMarked
package dev.ferry.validate;

import org.jspecify.annotations.NullMarked;
