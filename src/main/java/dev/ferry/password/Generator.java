package dev.ferry.password;

import java.security.SecureRandom;
import java.util.List;

/**
 * Makes passwords of 12 characters that hold a capital and a small letter, a digit and a punctuation mark; each such password
 * is as likely as any other. Thread-safe.
 *
 * <p>There are none of the characters that look like others (0 O o, 1 l I) and none that CSV files and shells take for
 * something else. The first one is a letter or a digit, since a spreadsheet takes a cell that begins with {@code = + - @} for a
 * formula (<a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>).
 */
public final class Generator {
    static final int LENGTH = 12;
    static final String PUNCTUATION = "-_.:+=@";
    static final List<String> CLASSES =
            List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnpqrstuvwxyz", "23456789", PUNCTUATION);
    private static final String ALPHABET = String.join("", CLASSES);

    private final SecureRandom random = new SecureRandom();

    /** A new password. */
    public String next() {
        // What does not fit is thrown away as a whole: mending it would make some passwords likelier than others.
        String password = draw();
        while (!fits(password)) {
            password = draw();
        }
        return password;
    }

    private String draw() {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return password.toString();
    }

    private static boolean fits(String password) {
        return PUNCTUATION.indexOf(password.charAt(0)) < 0
                && CLASSES.stream().allMatch(kind -> password.chars().anyMatch(c -> kind.indexOf(c) >= 0));
    }
}
