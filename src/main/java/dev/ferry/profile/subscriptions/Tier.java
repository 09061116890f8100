package dev.ferry.profile.subscriptions;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a user pays for; the values of the native type {@code subscription_tier}. */
enum Tier {
    FREE,
    PREMIUM,
    PRO;

    /**
     * The tier of a name in any case; FREE where there is none.
     *
     * @throws IllegalArgumentException where it names no tier
     */
    static Tier of(@Nullable String name) {
        return name == null ? FREE : valueOf(name.toUpperCase(Locale.ROOT));
    }
}
