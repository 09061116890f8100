package dev.ferry.profile.subscriptions.dto;

import dev.ferry.profile.KeyRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user of the bot.
 *
 * @param userId the number by which the chat service knows the user
 * @param faceitPlayerId the user's identity on the game platform, where it is linked
 * @param subscription absent for a user who never had one
 */
public record UserRecord(
        @NotNull(message = "must be a positive whole number, is missing", groups = KeyRule.class)
        @Positive(message = "must be a positive whole number", groups = KeyRule.class)
        Long userId,

        @Size(max = 255) @Nullable String faceitPlayerId,

        @Size(max = 255) @Nullable String faceitNickname,

        @Size(max = 255) @Nullable String lastCheckedMatchId,

        @Nullable Boolean waitingForNickname,

        @Size(max = 10) @Nullable String language,

        @Nullable Boolean notificationsEnabled,
        @Nullable Instant createdAt,
        @Nullable Instant lastActiveAt,
        @Nullable Integer totalRequests,
        @Valid @Nullable SubscriptionRecord subscription) {
    /** The user's subscription, one without any values where there is none. */
    public SubscriptionRecord subscriptionOrNone() {
        return subscription == null ? SubscriptionRecord.NONE : subscription;
    }

    /** Whether the user has linked an account of the game platform. */
    public boolean hasPlayer() {
        return faceitPlayerId != null && !faceitPlayerId.isEmpty();
    }
}
