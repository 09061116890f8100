package dev.ferry.profile.apps.dto;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A category that an app names.
 *
 * @param appId the app's identity in the source, null where it has none
 */
public record CategoryMention(@Nullable String appId, CategoryName category) {
    /** The app's identity in the source. */
    public Optional<String> app() {
        return Optional.ofNullable(appId);
    }
}
