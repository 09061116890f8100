/**
 * The command line: one settings model, one class per command.
 */
@NullMarked
package dev.ferry.cli;

import org.jspecify.annotations.NullMarked;
