package dev.ferry.redaction;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The secrets that are known by their text, and where they stand in another. Immutable.
 *
 * <p>A secret of eight characters or more is one wherever it stands; a shorter one where it is a word of its own, since
 * parts of words would be hit by chance.
 */
final class Secrets {
    private static final Pattern NOTHING = Pattern.compile("(?!)");
    static final Secrets NONE = new Secrets(Set.of());
    private static final int SHORTEST = 4;
    private static final int FEWEST_DIGITS = 6;
    private static final int STRONG = 8;
    private static final int LONGEST_PART = 4_096;

    /** Neither a letter nor a digit before it, or one that ends an escape of another character. */
    private static final String BEGIN =
            "(?:(?<![\\p{L}\\p{N}])|(?<=%[0-9A-Fa-f]{2})|(?<=\\\\[nrt])|(?<=\\\\u[0-9a-fA-F]{4}))";

    private static final String END = "(?![\\p{L}\\p{N}])";

    private final Set<String> texts;
    private final Pattern pattern;

    private Secrets(Set<String> texts) {
        // The longest first, so that one secret inside another leaves no rest.
        Set<String> ordered = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        ordered.addAll(texts);
        this.texts = ordered;
        this.pattern = pattern(ordered);
    }

    /** Those among these texts that can be masked wherever they stand. */
    static Secrets of(Collection<String> texts) {
        return new Secrets(texts.stream().filter(Secrets::isTelling).collect(Collectors.toSet()));
    }

    /** Whether a text can be masked wherever it stands: a shorter one, or a short number, is masked in its place alone. */
    private static boolean isTelling(String secret) {
        boolean number = secret.chars().allMatch(Character::isDigit);
        return secret.length() >= (number ? FEWEST_DIGITS : SHORTEST);
    }

    /** Whether a text is one of them. */
    boolean contains(String text) {
        return texts.contains(text);
    }

    /** The text with a mask in the place of each; what stands before and behind says whether it is a word. */
    String mask(String before, String text, String behind) {
        if (texts.isEmpty()) {
            return text;
        }
        String whole = before + text + behind;
        int end = before.length() + text.length();
        Matcher matcher = pattern.matcher(whole).useTransparentBounds(true).region(before.length(), end);
        StringBuilder masked = new StringBuilder();
        int copied = before.length();
        while (matcher.find()) {
            masked.append(whole, copied, matcher.start()).append(Redactor.MASK);
            copied = matcher.end();
        }
        return masked.append(whole, copied, end).toString();
    }

    /** How much of a text can be masked before its continuation is known. */
    int settled(String before, CharSequence text) {
        if (texts.isEmpty()) {
            return text.length();
        }
        String whole = before + text;
        int end = whole.length();
        Matcher matcher = pattern.matcher(whole).useTransparentBounds(true);
        int settled = end;
        for (int i = Math.max(before.length(), end - LONGEST_PART); i < settled; i++) {
            matcher.region(i, end).lookingAt();
            settled = matcher.hitEnd() ? i : settled;
        }
        matcher.region(before.length(), end);
        while (matcher.find() && matcher.start() < settled) {
            settled = Math.min(settled, matcher.end() > settled ? matcher.start() : settled);
        }
        return settled - before.length();
    }

    private static Pattern pattern(Set<String> secrets) {
        if (secrets.isEmpty()) {
            return NOTHING;
        }
        String starts = secrets.stream().map(Encodings::starts).collect(Collectors.joining());
        String base64 = secrets.stream().flatMap(Secrets::encoded).collect(Collectors.joining("|"));
        String plain = secrets.stream().map(Secrets::form).collect(Collectors.joining("|"));
        String any = "(?=[" + starts.replaceAll("([^\\p{L}\\p{N}])", "\\\\$1") + "])(?:" + plain + ")";
        return Pattern.compile(base64.isEmpty() ? any : any + "|" + base64);
    }

    private static String form(String secret) {
        String form = Encodings.anyForm(secret);
        return secret.length() < STRONG ? BEGIN + form + END : form;
    }

    private static Stream<String> encoded(String secret) {
        return secret.length() < STRONG ? Stream.empty() : List.copyOf(Encodings.base64(secret)).stream();
    }
}
