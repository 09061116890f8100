package dev.ferry.filter;

/**
 * A first look at an expression, for what a SQL parser would take in silence or in a manner of its own: comments, a second
 * statement, and quotes, which here mean what they mean in standard SQL, where a backslash is a character like any other.
 */
final class QuoteScan {
    /** The time that the parser takes grows with the square of the depth, and its stack with the depth. */
    private static final int MAX_DEPTH = 100;

    private final FilterText filter;
    private final String text;

    QuoteScan(FilterText filter) {
        this.filter = filter;
        this.text = filter.expression();
    }

    /** Refuses what no filter holds outside of quotes, and quotes that do not end. */
    void check() {
        int depth = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"') {
                i = end(i);
                continue;
            }
            if (c == ';') {
                throw filter.forbidden(i, "a semicolon ends the condition, and a filter is one condition");
            }
            if (text.startsWith("--", i) || text.startsWith("/*", i) || text.startsWith("//", i) || c == '#') {
                throw filter.forbidden(i, "a comment cannot stand in a filter");
            }
            if (c == '$' || c == '`' || c == '\\') {
                throw filter.forbidden(i, "'" + c + "' means nothing in a filter outside of quotes");
            }
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (depth > MAX_DEPTH) {
                throw filter.forbidden(i, "parentheses are nested more than " + MAX_DEPTH + " deep");
            }
            i++;
        }
    }

    /**
     * The expression on one line, its quotes filled with something harmless: what a parser thinks of their content is of no
     * interest, and each part stands where it stood.
     */
    String masked() {
        StringBuilder masked = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'' || c == '"') {
                int last = end(i) - 1;
                for (i++; i < last; i++) {
                    masked.setCharAt(i, 'x');
                }
            } else if (Character.isWhitespace(c)) {
                masked.setCharAt(i, ' ');
            }
        }
        return masked.toString();
    }

    /** What stands in the quotes that begin at an index. */
    String content(int quote) {
        String mark = text.substring(quote, quote + 1);
        return text.substring(quote + 1, end(quote) - 1).replace(mark + mark, mark);
    }

    /** The index behind the quotes that begin at an index. */
    int end(int quote) {
        char mark = text.charAt(quote);
        for (int i = quote + 1; i < text.length(); i++) {
            if (text.charAt(i) == mark) {
                if (i + 1 == text.length() || text.charAt(i + 1) != mark) {
                    return i + 1;
                }
                i++;
            }
        }
        throw filter.refused(quote, "the quotes that begin here do not end", "A quote inside them is written twice.");
    }
}
