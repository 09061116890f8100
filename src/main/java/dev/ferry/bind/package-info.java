/**
 * The second stage: a raw record's bytes become a DTO, or a list of what is wrong with them.
 */
@NullMarked
package dev.ferry.bind;

import org.jspecify.annotations.NullMarked;
