package dev.ferry.redaction;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in text on its way out of the process: passwords inside anything that looks like a database's URL, and every
 * secret that it was told of, wherever and in whatever encoding it appears. Thread-safe.
 *
 * <p>A secret of less than four characters, a number of less than six digits, and a secret that is a public word are masked
 * only where a password stands.
 */
public final class Redactor {
    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    /** What help and messages write where a password stands. */
    private static final String PLACEHOLDER = "password";

    /** Also where slashes are missing. Greedy up to the last @ of the word: a raw password may hold one. Begins with fixed
     * characters, so that long words cost no more than they are long. */
    private static final Pattern USER_AND_PASSWORD =
            Pattern.compile("((?<!https?):/{1,3}|postgresql:|postgres:)([^:@/\\s]{0,200}):(\\S*)@([^\\s/?#]*)");

    /** An address of the web may have colons and @ in its path. */
    private static final Pattern WEB_USER_AND_PASSWORD =
            Pattern.compile("((?<=https?)://)([^:@/\\s]{0,200}):([^\\s/?#@]*)@([^\\s/?#]*)");

    private static final Pattern PARAMETER = Pattern.compile(
            "(?i)((?<![\\w-])(?:ssl)?password=)('(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|[^&;\\s'\"),]+)");
    private static final String AUTHORIZATION_NAME = "authorization";
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "(?i)(" + AUTHORIZATION_NAME + "[\"']?\\s*[:=]\\s*[\"']?(?:basic|bearer)\\s+)([^\\s\"',]+)");
    private static final Pattern SECRET_VARIABLE =
            Pattern.compile("PASSW(?:OR)?D|PASSPHRASE|SECRET|TOKEN|(?:API|ACCESS|PRIVATE)_?KEY");
    private static final Pattern NO_SECRET_VARIABLE = Pattern.compile("_(?:FILE|PATH|DIR|HASH|PROMPT|URI|URL|ID)$");
    private static final Pattern USER_VARIABLE =
            Pattern.compile("USER|USERNAME|LOGNAME|PGUSER|PGDATABASE|PGHOST|.*_DB_(?:USER|NAME|HOST)");
    private static final Set<String> ALWAYS_PUBLIC = Set.of("postgres", PLACEHOLDER, MASK);

    private final Set<String> publicWords = new TreeSet<>(ALWAYS_PUBLIC);
    private final Set<String> learned = new TreeSet<>();
    private volatile Secrets secrets = Secrets.NONE;
    private volatile @Nullable String shown;

    /** Learns words that stand for no secret, even where somebody has one of them for a password. */
    public synchronized Redactor publish(Collection<String> words) {
        if (publicWords.addAll(words)) {
            rebuild();
        }
        return this;
    }

    /** Learns every secret that the environment and the command line hold. */
    public Redactor learn(Map<String, String> environment, List<String> arguments) {
        publish(environment.entrySet().stream()
                .filter(entry -> USER_VARIABLE.matcher(entry.getKey()).matches())
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet()));
        environment.forEach((name, value) -> {
            String upper = name.toUpperCase(Locale.ROOT);
            if (SECRET_VARIABLE.matcher(upper).find()
                    && !NO_SECRET_VARIABLE.matcher(upper).find()) {
                secret(value);
            }
            url(value);
        });
        arguments.forEach(this::url);
        return this;
    }

    /** Lets one password stand, in URLs as well: the one that the command was asked for. */
    public Redactor show(String password) {
        shown = password;
        return publish(Set.of(password));
    }

    /** Learns a secret; each line of one that has several is one as well. */
    public synchronized void secret(String secret) {
        boolean isNew = learned.add(secret);
        for (String line : secret.lines().map(String::strip).toList()) {
            isNew |= learned.add(line);
        }
        if (isNew) {
            rebuild();
        }
    }

    private void rebuild() {
        secrets = Secrets.of(
                learned.stream().filter(secret -> !publicWords.contains(secret)).toList());
    }

    /** Learns the address of a web hook, in which everything behind the host is secret, and what stands before it. */
    public void webAddress(String address) {
        url(address);
        String rest = address.replaceFirst("^[^:]*:/*(?:[^/?#]*@)?[^/?#]*", "").replaceFirst("^/", "");
        secret(rest);
        for (String part : rest.split("[/?#&=]", -1)) {
            // Shorter ones are words such as hook or services.
            if (part.length() > 8) {
                secret(part);
            }
        }
    }

    /** The text without secrets. */
    public String redact(String text) {
        return redact("", text, "");
    }

    /** A text without secrets, between two others. */
    String redact(String before, String text, String behind) {
        String masked = text;
        // Most text has no such character, and a log has a lot of text.
        if (masked.indexOf('@') >= 0) {
            for (Pattern place : List.of(USER_AND_PASSWORD, WEB_USER_AND_PASSWORD)) {
                masked = place.matcher(masked)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                found.group(1) + found.group(2) + ":" + hidden(found, 3) + "@" + found.group(4)));
            }
        }
        if (masked.indexOf('=') >= 0) {
            masked = maskedIn(PARAMETER, masked);
        }
        if (namesAuthorization(masked)) {
            masked = maskedIn(AUTHORIZATION, masked);
        }
        return secrets.mask(before, masked, behind);
    }

    /** Sooner than the pattern, which looks at each character. */
    private static boolean namesAuthorization(String text) {
        return namesAuthorization(text, 'z') || namesAuthorization(text, 'Z');
    }

    private static boolean namesAuthorization(String text, char rarest) {
        int at = text.indexOf(rarest);
        while (at >= 0) {
            int from = at - AUTHORIZATION_NAME.indexOf('z');
            if (text.regionMatches(true, from, AUTHORIZATION_NAME, 0, AUTHORIZATION_NAME.length())) {
                return true;
            }
            at = text.indexOf(rarest, at + 1);
        }
        return false;
    }

    private String maskedIn(Pattern place, String text) {
        return place.matcher(text).replaceAll(found -> Matcher.quoteReplacement(found.group(1) + hidden(found, 2)));
    }

    /** Masks what is written to a text on its way to a target, however it is cut into pieces. */
    public RedactedText text(Appendable target) {
        return new RedactedText(target, this);
    }

    /** Masks the texts of JSON on its way to a target, which stays JSON: no names of members and no numbers change. */
    public RedactedJson json(Appendable target) {
        return new RedactedJson(target, this);
    }

    /** How much of a text can be redacted before its continuation is known. */
    int settled(String before, CharSequence text) {
        return secrets.settled(before, text);
    }

    private String hidden(MatchResult found, int group) {
        String seen = found.group(group);
        boolean plain = seen.equals(shown) || (seen.equals(PLACEHOLDER) && !secrets.contains(seen));
        return plain ? seen : MASK;
    }

    private void url(String text) {
        for (Pattern place : List.of(USER_AND_PASSWORD, WEB_USER_AND_PASSWORD)) {
            Matcher authority = place.matcher(text);
            while (authority.find()) {
                unlessPublic(authority.group(3), text, authority.group(2));
            }
        }
        Matcher parameter = PARAMETER.matcher(text);
        while (parameter.find()) {
            unlessPublic(parameter.group(2).replaceAll("^(['\"])(.*)\\1$", "$2"), text, "");
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
