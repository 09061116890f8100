package dev.ferry.report;

import dev.ferry.source.Position;

/**
 * A place, the value that stands there with carets under it, and a note below; each part already safe to look at.
 *
 * @param position the place
 * @param field the field that the value belongs to, or empty
 * @param value the value, or empty
 * @param label what is wrong with it, to stand behind the carets, or empty
 * @param note what else there is to know about the place, or empty
 */
record Excerpt(Position position, String field, String value, String label, String note) {
    /** Longer values are not underlined to their end. */
    private static final int MOST_CARETS = 40;

    void write(AppendableWriter out, Palette palette) {
        String line = Place.isInFile(position) && !position.inTable() ? Long.toString(position.line()) : "";
        String margin = " ".repeat(Math.max(3, line.length() + 1));
        if (!Place.of(position).isEmpty()) {
            out.line(palette.blue(margin.substring(1) + "--> ") + Visible.text(Place.of(position)));
        }
        if (!field.isEmpty() || !value.isEmpty()) {
            String before = field.isEmpty() || value.isEmpty() ? field : field + ": ";
            int indent = value.isEmpty() ? 0 : length(before);
            int carets = Math.min(MOST_CARETS, length(value.isEmpty() ? field : value));
            String number = " ".repeat(margin.length() - 1 - line.length()) + line + " | ";
            out.line(palette.blue(margin + "|"));
            out.line(palette.blue(number) + before + value);
            out.line(palette.blue(margin + "| ")
                    + " ".repeat(indent)
                    + palette.red("^".repeat(carets) + (label.isEmpty() ? "" : " " + label)));
        }
        if (!note.isEmpty()) {
            out.line(palette.blue(margin + "= ") + note);
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
