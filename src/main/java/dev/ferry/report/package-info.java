/**
 * The last stage: results and constraint reports as text, JSON, Markdown, HTML and SARIF.
 */
@NullMarked
package dev.ferry.report;

import org.jspecify.annotations.NullMarked;
