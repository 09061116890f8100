package dev.ferry.report;

import java.util.regex.Pattern;

/**
 * Writes text into GitHub Flavored Markdown so that it shows as it stands.
 *
 * <p>What has a meaning in Markdown, in a table or on GitHub (mentions, issue numbers, formulas, links) becomes a
 * character reference, which CommonMark never takes for structure (CommonMark 0.31.2, section 2.5).
 */
final class MarkdownText {
    private static final Pattern AUTOMATIC_LINK = Pattern.compile("(?i)(www)\\.");
    private static final String MEANINGFUL = "&<>\\`|*~[#$@";

    private MarkdownText() {}

    /** Text for a paragraph or the cell of a table. */
    static String of(String raw) {
        // A colon may begin an emoji's name, as in a place such as data.json:100:17.
        return escape(Visible.text(raw), (text, i) -> i < text.length() - 1 && text.charAt(i + 1) != ' ');
    }

    /** A value as code, where emoji have no names; nothing where it is empty. */
    static String code(String raw) {
        return raw.isEmpty()
                ? ""
                : "<code>" + escape(Visible.text(raw), (text, i) -> text.startsWith("/", i + 1)) + "</code>";
    }

    private static String escape(String text, ColonRule colonHasMeaning) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean hasMeaning = switch (c) {
                case ':' -> colonHasMeaning.test(text, i);
                case '_' -> !isInsideWord(text, i);
                default -> MEANINGFUL.indexOf(c) >= 0;
            };
            if (hasMeaning) {
                escaped.append("&#").append((int) c).append(';');
            } else {
                escaped.append(c);
            }
        }
        return AUTOMATIC_LINK.matcher(escaped).replaceAll("$1&#46;");
    }

    private static boolean isInsideWord(String text, int index) {
        return index > 0
                && index < text.length() - 1
                && Character.isLetterOrDigit(text.charAt(index - 1))
                && Character.isLetterOrDigit(text.charAt(index + 1));
    }

    /** Whether the colon at an index of a text means something. */
    private interface ColonRule {
        boolean test(String text, int index);
    }
}
