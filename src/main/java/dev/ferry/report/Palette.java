package dev.ferry.report;

/** How text is coloured. */
public enum Palette {
    /** Not at all. */
    PLAIN,
    /** With ANSI escape sequences (ECMA-48, "select graphic rendition"). */
    ANSI;

    String bold(String text) {
        return paint("1", text);
    }

    String faint(String text) {
        return paint("2", text);
    }

    String red(String text) {
        return paint("1;31", text);
    }

    String yellow(String text) {
        return paint("1;33", text);
    }

    String green(String text) {
        return paint("1;32", text);
    }

    String blue(String text) {
        return paint("34", text);
    }

    private String paint(String code, String text) {
        return this == PLAIN ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
