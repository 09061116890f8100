/**
 * Which records a user wants: a condition in SQL's words, checked against the fields of a section, judged in memory and, where
 * the source is a database, there.
 */
@NullMarked
package dev.ferry.filter;

import org.jspecify.annotations.NullMarked;
