package dev.ferry.filter;

import dev.ferry.failure.UsageException;

/**
 * A filter as its user wrote it.
 *
 * @param text all of it, its entity included
 * @param start where its expression begins
 */
record FilterText(String text, int start) {
    private static final String ALLOWED =
            "A filter holds fields, texts in '…', numbers, TRUE, FALSE, NULL, DATE '…' and"
                    + " TIMESTAMP '…', compared by = <> < > <= >=, IN, BETWEEN, LIKE, ILIKE, IS NULL, IS TRUE or IS FALSE and joined by"
                    + " AND, OR, NOT and parentheses.";
    private static final int SHOWN_BEFORE = 60;
    private static final int SHOWN_AFTER = 40;

    /** The same without its texts, which may be secret; every place stays where it was. */
    FilterText concealed() {
        StringBuilder concealed = new StringBuilder(text);
        boolean quoted = false;
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) == '\'') {
                quoted = !quoted;
            } else if (quoted) {
                concealed.setCharAt(i, '*');
            }
        }
        return new FilterText(concealed.toString(), start);
    }

    /** The condition itself. */
    String expression() {
        return text.substring(start);
    }

    /** A refusal of what no filter may hold. */
    UsageException forbidden(int at, String what) {
        return refused(at, what, ALLOWED);
    }

    /**
     * A refusal that shows the place.
     *
     * @param at the offending place, an index into the expression
     */
    UsageException refused(int at, String what, String advice) {
        return new UsageException("--filter: " + what + excerpt(start + at), advice);
    }

    /** Two more lines for a message: the text around a place, and a caret under it. */
    private String excerpt(int place) {
        int[] points = text.codePoints().map(FilterText::visible).toArray();
        int caret = text.codePointCount(0, Math.min(place, text.length()));
        int from = Math.max(0, caret - SHOWN_BEFORE);
        int to = Math.min(points.length, caret + SHOWN_AFTER);
        String before = from > 0 ? "…" : "";
        String after = to < points.length ? "…" : "";
        String shown = before + new String(points, from, to - from) + after;
        return "\n  " + shown + "\n  " + " ".repeat(before.length() + caret - from) + "^";
    }

    /** One character for each, so that the caret stands where it should. */
    private static int visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.FORMAT, Character.SURROGATE, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK ->
                '\uFFFD';
            default -> point;
        };
    }
}
