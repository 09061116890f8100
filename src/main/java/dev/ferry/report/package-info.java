/**
 * The last stage: what a run did and found is told to people (text, Markdown, HTML) and to programs (JSON, SARIF).
 *
 * <p>Start at {@link dev.ferry.report.Reports} for files, {@link dev.ferry.report.TextReports} for the terminal and
 * {@link dev.ferry.report.JsonDocuments} for {@code --json}. Nothing here holds all violations at once: those that are
 * alike are counted in one pass ({@code LikeViolations}) and written in another.
 */
@NullMarked
package dev.ferry.report;

import org.jspecify.annotations.NullMarked;
