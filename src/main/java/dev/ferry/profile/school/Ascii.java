package dev.ferry.profile.school;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes texts what may stand in an e-mail address anywhere: lower-case letters a to z, digits and single hyphens. */
final class Ascii {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("['’‘ʼ`]");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern HYPHENS_AROUND = Pattern.compile("^-+|-+$");

    private Ascii() {}

    /** The text without accents, other characters as hyphens; empty where nothing of it can be kept. */
    static String word(String text) {
        String lower = text.toLowerCase(Locale.ROOT)
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("œ", "oe")
                .replace("ł", "l")
                .replace("đ", "d");
        String plain =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFKD)).replaceAll("");
        String hyphened =
                OTHERS.matcher(APOSTROPHES.matcher(plain).replaceAll("")).replaceAll("-");
        return HYPHENS_AROUND.matcher(hyphened).replaceAll("");
    }
}
