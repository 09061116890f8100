package dev.ferry.profile.subscriptions.dto;

import dev.ferry.profile.KeyRule;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a user may do, and who brought the user.
 *
 * @param tier free, premium or pro in any case. No row can be made of another one, so it is checked even where validation is
 *     skipped
 * @param dailyRequests requests since the last reset
 * @param referredBy the {@code user_id} of the user who brought this one; may stand later in the file
 * @param referralsCount users whom this one brought
 */
public record SubscriptionRecord(
        @Pattern(
                regexp = "free|premium|pro",
                flags = Pattern.Flag.CASE_INSENSITIVE,
                message = "must be free, premium or pro, in any case",
                groups = KeyRule.class)
        @Nullable
        String tier,

        @Nullable Instant expiresAt,
        @Nullable Boolean autoRenew,

        @Size(max = 100) @Nullable String paymentMethod,

        @PositiveOrZero @Nullable Integer dailyRequests,

        @Nullable Instant lastResetDate,
        @Nullable Long referredBy,

        @Size(max = 20) @Nullable String referralCode,

        @PositiveOrZero @Nullable Integer referralsCount) {
    static final SubscriptionRecord NONE = new SubscriptionRecord(null, null, null, null, null, null, null, null, null);
}
