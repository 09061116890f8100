package dev.ferry.profile.apps.dto;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes the part of a page's address that names an app or a category.
 *
 * <p>As Django's {@code slugify} makes it (Django documentation, "django.utils.text"), so that addresses stay what they are
 * for readers of a Django application: compatibility decomposition, ASCII only, lower case; whatever is no letter, digit,
 * underscore, hyphen or white space is left out, every run of the last two becomes one hyphen, and none is at either end. So
 * {@code Qur'an} is {@code quran}.
 */
public final class Slug {
    /** The most characters that a slug of an app may have. */
    public static final int MAX_LENGTH = 220;

    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");
    private static final Pattern LEFT_OUT = Pattern.compile("[^a-z0-9_\\s-]");
    private static final Pattern GAPS = Pattern.compile("[\\s-]+");
    private static final Pattern ENDS = Pattern.compile("^[-_]+|[-_]+$");

    private Slug() {}

    /** The slug of a text, empty where no character of it has a place in one. */
    public static String of(String text) {
        String kept = LEFT_OUT.matcher(ascii(text).toLowerCase(Locale.ROOT)).replaceAll("");
        return ENDS.matcher(GAPS.matcher(kept).replaceAll("-")).replaceAll("");
    }

    /** The slug that an app should have: of its name, or else of its identity in the source. */
    public static String ofApp(String name, String sourceId) {
        String slug = of(name);
        return shortened(slug.isEmpty() ? of("app-" + sourceId) : slug, MAX_LENGTH);
    }

    /** The slug to try where the wanted one is taken, counted from 1. */
    public static String variant(String slug, int number) {
        String suffix = "-" + number;
        return shortened(slug, MAX_LENGTH - suffix.length()) + suffix;
    }

    /** Compatibility forms decomposed, and of that what is ASCII. */
    static String ascii(String text) {
        return NOT_ASCII
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("");
    }

    private static String shortened(String slug, int length) {
        return slug.length() <= length
                ? slug
                : ENDS.matcher(slug.substring(0, length)).replaceAll("");
    }
}
