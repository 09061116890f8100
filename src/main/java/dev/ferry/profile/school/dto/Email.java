package dev.ferry.profile.school.dto;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** E-mail addresses as they are compared. */
public final class Email {
    /** What has a local part and a domain, or is blank; more is for the mail server to say. */
    static final String FORM = "\\s*([^\\s@]+@[^\\s@]+)?\\s*";

    static final String MESSAGE = "must be an e-mail address, a local part and a domain around one @";

    private Email() {}

    /** The address trimmed and in lower case. */
    public static Optional<String> of(@Nullable String text) {
        return Text.of(text).map(address -> address.toLowerCase(Locale.ROOT));
    }
}
