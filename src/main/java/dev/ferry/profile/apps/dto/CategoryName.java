package dev.ferry.profile.apps.dto;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a category; categories with the same slug are one.
 *
 * @param text the name in one spelling: NFC, white space folded
 */
public record CategoryName(String text) {
    private static final int MAX_LENGTH = 100;
    private static final int MAX_SLUG_LENGTH = 120;

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{N}]");
    private static final Pattern SPACES = Pattern.compile(" +");

    public CategoryName {
        text = Folded.text(text);
    }

    /**
     * What tells categories apart: the slug of the lower-cased name. A name with letters that a slug leaves out, such as an
     * Arabic one, is its own slug, with hyphens for spaces, so that no two names become one for what was left out.
     */
    public String slug() {
        String slug = Slug.of(text.toLowerCase(Locale.ROOT));
        return slug.isEmpty() || losesLetters()
                ? Normalizer.normalize(
                        SPACES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-"), Normalizer.Form.NFC)
                : slug;
    }

    /** The name with its first letter capital. */
    public String capitalised() {
        if (text.isEmpty()) {
            return text;
        }
        int first = text.codePointAt(0);
        return Character.toString(Character.toTitleCase(first)) + text.substring(Character.charCount(first));
    }

    boolean isValid() {
        return !text.isEmpty()
                && text.codePoints().count() <= MAX_LENGTH
                && slug().codePoints().count() <= MAX_SLUG_LENGTH;
    }

    private boolean losesLetters() {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        return LETTERS.matcher(decomposed).results().count()
                != LETTERS.matcher(Slug.ascii(text)).results().count();
    }
}
