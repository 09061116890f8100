package dev.ferry.cli.setting;

/** When output is coloured. */
public enum ColorMode {
    /** On a terminal that wants it. */
    AUTO,
    /** In every case. */
    ALWAYS,
    /** In no case. */
    NEVER
}
