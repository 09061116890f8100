package dev.ferry.bench;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user as an application without Ferry would map it. */
@Entity
@Table(schema = "subscriptions", name = "users")
class UserRow {
    @Id
    UUID id = new UUID(0, 0);

    long userId;

    @Nullable
    String faceitPlayerId;

    @Nullable
    String faceitNickname;

    @Nullable
    String lastCheckedMatchId;

    boolean waitingForNickname;
    String language = "";
    boolean notificationsEnabled;
    int totalRequests;

    @Nullable
    Instant createdAt;

    @Nullable
    Instant lastActiveAt;

    @Transient
    SubscriptionRow subscription = new SubscriptionRow();
}
