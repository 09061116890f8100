package dev.ferry.profile.apps.dto;

import java.util.regex.Pattern;

/** Texts that stand where there is no value, as hand-made directories have them. */
public final class Placeholder {
    private static final Pattern FORMS = Pattern.compile("(?is)-|n/a|(.*[^\\p{L}])?not(\\s|%20)+found");

    private Placeholder() {}

    /** Whether a text says that there is no value: nothing, {@code -}, {@code N/A}, or what ends with {@code Not Found}. */
    public static boolean is(String text) {
        String folded = Folded.text(text);
        return folded.isEmpty() || FORMS.matcher(folded).matches();
    }
}
