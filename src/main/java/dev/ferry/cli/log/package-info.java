/**
 * The log file: every command as an operation, every batch, violation and failure, without secrets and without the values of
 * rows.
 */
@NullMarked
package dev.ferry.cli.log;

import org.jspecify.annotations.NullMarked;
