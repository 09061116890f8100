package dev.ferry.cli;

/** How text is dressed. */
enum Style {
    /** Characters only. */
    PLAIN,
    /** With ANSI colours. */
    COLORED
}
