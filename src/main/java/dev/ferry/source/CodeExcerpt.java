package dev.ferry.source;

/** The beginning of a line of code, as far as it seems to be one expression. */
final class CodeExcerpt {
    private static final int MAX_LENGTH = 60;

    private CodeExcerpt() {}

    /** Up to what ends the expression, with its brackets and texts whole. */
    static String of(String line) {
        int depth = 0;
        char quote = 0;
        int i = 0;
        while (i < line.length()) {
            char c = line.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"' || c == '`') {
                quote = c;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (ends(c, depth)) {
                break;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            }
            i++;
        }
        String expression = line.substring(0, Math.min(i, line.length())).strip();
        return expression.codePointCount(0, expression.length()) <= MAX_LENGTH
                ? Excerpt.of(expression)
                : Excerpt.of(expression.substring(0, expression.offsetByCodePoints(0, MAX_LENGTH))) + "…";
    }

    private static boolean ends(char c, int depth) {
        return depth == 0 && ",;)]}".indexOf(c) >= 0;
    }
}
