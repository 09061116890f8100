package dev.ferry.profile.subscriptions;

import dev.ferry.profile.NameUuid;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.subscriptions.dto.SubscriptionRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** The one subscription of a user; without any in the source a free one that was never used. */
@Entity
@Table(name = "user_subscriptions")
class UserSubscription {
    @Id
    @Column(name = "id")
    private UUID id = new UUID(0, 0);

    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id")
    private @Nullable User user;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Column(name = "tier")
    private Tier tier = Tier.FREE;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "auto_renew")
    private boolean autoRenew;

    @Column(name = "payment_method")
    private @Nullable String paymentMethod;

    @Column(name = "daily_requests")
    private int dailyRequests;

    @Column(name = "last_reset_date")
    private @Nullable Instant lastResetDate;

    /** A {@code user_id} and no association: associations name a row's identifier. */
    @Column(name = "referred_by_user_id")
    private @Nullable Long referredByUserId;

    @Column(name = "referral_code")
    private @Nullable String referralCode;

    @Column(name = "referrals_count")
    private int referralsCount;

    @Column(name = "created_at", insertable = false, updatable = false)
    private @Nullable Instant createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    private @Nullable Instant updatedAt;

    /** For JPA. */
    protected UserSubscription() {}

    /**
     * @param userId the user's natural key
     * @param referredByUserId who brought the user, null where nobody or nobody known did
     */
    UserSubscription(User user, long userId, SubscriptionRecord dto, @Nullable Long referredByUserId) {
        this.id = NameUuid.of("subscriptions", "user_subscriptions", NaturalKey.of(userId));
        this.user = user;
        this.tier = Tier.of(dto.tier());
        this.expiresAt = dto.expiresAt();
        this.autoRenew = Boolean.TRUE.equals(dto.autoRenew());
        this.paymentMethod = dto.paymentMethod();
        this.dailyRequests = Objects.requireNonNullElse(dto.dailyRequests(), 0);
        this.lastResetDate = dto.lastResetDate();
        this.referredByUserId = referredByUserId;
        this.referralCode = dto.referralCode();
        this.referralsCount = Objects.requireNonNullElse(dto.referralsCount(), 0);
    }

    @Nullable
    User user() {
        return user;
    }

    @Nullable
    String referralCode() {
        return referralCode;
    }
}
