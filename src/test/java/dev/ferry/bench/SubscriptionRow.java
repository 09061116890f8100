package dev.ferry.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A subscription as an application without Ferry would map it. */
@Entity
@Table(schema = "subscriptions", name = "user_subscriptions")
class SubscriptionRow {
    @Id
    UUID id = new UUID(0, 0);

    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id")
    @Nullable
    UserRow user;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Tier tier = Tier.FREE;

    @Nullable
    Instant expiresAt;

    boolean autoRenew;

    @Nullable
    String paymentMethod;

    int dailyRequests;

    @Nullable
    Instant lastResetDate;

    @JsonProperty("referred_by")
    @Nullable
    Long referredByUserId;

    @Nullable
    String referralCode;

    int referralsCount;
}
