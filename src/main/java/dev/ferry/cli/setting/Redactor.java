package dev.ferry.cli.setting;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks secrets in text on its way to a terminal or a log: passwords inside anything that looks like a database URL, and every
 * secret of this process that it was told of, wherever it appears. Thread-safe.
 */
public final class Redactor {
    private static final String MASK = "***";
    /** Also where slashes are missing. Greedy up to the last @ of the word: a raw password may hold one. Begins with fixed
     * characters, so that long words cost no more than they are long. */
    private static final Pattern USER_AND_PASSWORD =
            Pattern.compile("(:/{1,3}|postgresql:|postgres:)([^:@/\\s]{0,200}):(\\S*)@([^\\s/?#]*)");

    private static final Pattern PARAMETER = Pattern.compile("(?i)([?&;](?:ssl)?password=)([^&;\\s'\"]+)");
    /** The longest first, so that one secret inside another leaves no rest. */
    private final Set<String> secrets = new ConcurrentSkipListSet<>(
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /** Learns every secret that the environment and the command line hold. */
    public Redactor learn(Map<String, String> environment, List<String> arguments) {
        environment.forEach((name, value) -> {
            if (name.toUpperCase(Locale.ROOT).contains("PASSWORD")) {
                secret(value);
            }
            url(value);
        });
        arguments.forEach(this::url);
        return this;
    }

    /** Learns a secret; one shorter than four characters, or PostgreSQL's own name, is masked in URLs only. */
    public void secret(String secret) {
        if (secret.length() >= 4 && !secret.equals("postgres")) {
            secrets.add(secret);
        }
    }

    /** The text without secrets. */
    public String redact(String text) {
        String masked = USER_AND_PASSWORD.matcher(text).replaceAll("$1$2:" + Matcher.quoteReplacement(MASK) + "@$4");
        masked = PARAMETER.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK));
        for (String secret : secrets) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }

    private void url(String text) {
        Matcher authority = USER_AND_PASSWORD.matcher(text);
        while (authority.find()) {
            unlessPublic(authority.group(3), text, authority.group(2));
        }
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            unlessPublic(parameter.group(2), text, "");
        }
    }

    /** A password that is also the user's or the database's name is no secret word by itself: only its place is masked. */
    private void unlessPublic(String password, String url, String user) {
        if (!password.equals(user) && url.indexOf(password) == url.lastIndexOf(password)) {
            secret(password);
            decoded(password);
        }
    }

    private void decoded(String password) {
        try {
            secret(URLDecoder.decode(password.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // Not percent-encoded, then: the text itself is known already.
            return;
        }
    }
}
