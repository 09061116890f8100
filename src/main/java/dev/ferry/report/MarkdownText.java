package dev.ferry.report;

import java.util.regex.Pattern;

/**
 * Writes text into GitHub Flavored Markdown so that it shows as it stands.
 *
 * <p>What has a meaning in Markdown, in a table or on GitHub (mentions, issue numbers, formulas, links) becomes a
 * character reference, which CommonMark never takes for structure (CommonMark 0.31.2, section 2.5).
 */
final class MarkdownText {
    private static final Pattern AUTOMATIC_LINK = Pattern.compile("(?i)www\\.");
    private static final String MEANINGFUL = "&<>\\`|*~[]!#$@:\"";

    private MarkdownText() {}

    /** Text for a paragraph or the cell of a table. */
    static String of(String raw) {
        String text = Visible.text(raw);
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (MEANINGFUL.indexOf(c) >= 0 || (c == '_' && !isInsideWord(text, i))) {
                escaped.append("&#").append((int) c).append(';');
            } else {
                escaped.append(c);
            }
        }
        return AUTOMATIC_LINK.matcher(escaped).replaceAll(match -> match.group().substring(0, 3) + "&#46;");
    }

    /** A value as code, nothing where it is empty. */
    static String code(String raw) {
        return raw.isEmpty() ? "" : "<code>" + of(raw) + "</code>";
    }

    private static boolean isInsideWord(String text, int index) {
        return index > 0
                && index < text.length() - 1
                && Character.isLetterOrDigit(text.charAt(index - 1))
                && Character.isLetterOrDigit(text.charAt(index + 1));
    }
}
