package dev.ferry.report;

import dev.ferry.source.Position;

/** Writes a place and the value that stands there, a caret line under it. */
final class Excerpt {
    /** Longer values are not underlined to their end. */
    private static final int MOST_CARETS = 40;

    private final AppendableWriter out;
    private final Palette palette;

    Excerpt(AppendableWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    /**
     * @param field the field that the value belongs to, or empty
     * @param value the value as it is to be shown, or empty
     * @param label what is wrong with it, to stand behind the carets, or empty
     */
    void write(Position position, String field, String value, String label) {
        String line = Place.isInFile(position) ? Long.toString(position.line()) : "";
        String margin = " ".repeat(Math.max(3, line.length() + 1));
        out.line(palette.blue(margin.substring(1) + "--> ") + Visible.text(Place.of(position)));
        String name = Visible.text(field);
        if (name.isEmpty() && value.isEmpty()) {
            return;
        }
        String before = name.isEmpty() || value.isEmpty() ? name : name + ": ";
        String marked = value.isEmpty() ? name : value;
        int indent = value.isEmpty() ? 0 : length(before);
        out.line(palette.blue(margin + "|"));
        out.line(palette.blue(" ".repeat(margin.length() - 1 - line.length()) + line + " | ") + before + value);
        out.line(palette.blue(margin + "| ")
                + " ".repeat(indent)
                + palette.red("^".repeat(Math.max(1, Math.min(MOST_CARETS, length(marked)))) + label));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
