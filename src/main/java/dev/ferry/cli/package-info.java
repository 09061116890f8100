/**
 * The command line: words and settings become one call of a stage, and its result becomes output and an exit status.
 *
 * <p>Start at {@link dev.ferry.cli.Main}: it parses ({@code CommandTree}), reads settings ({@code setting}), opens the log
 * ({@code log}), runs one {@code Command} and gives its result to a {@code Renderer}. Standard output carries the result and
 * nothing else.
 */
@NullMarked
package dev.ferry.cli;

import org.jspecify.annotations.NullMarked;
