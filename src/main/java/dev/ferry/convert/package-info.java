/**
 * Any source as files, without a database: {@link Converter} reads the sections of a {@link dev.ferry.source.Source} and writes
 * a file for each, so that reading the folder again gives the same values.
 */
@NullMarked
package dev.ferry.convert;

import org.jspecify.annotations.NullMarked;
