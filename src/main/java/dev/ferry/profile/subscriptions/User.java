package dev.ferry.profile.subscriptions;

import dev.ferry.profile.NameUuid;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.subscriptions.dto.UserRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A user of the bot. */
@Entity
@Table(name = "users")
class User {
    private static final String DEFAULT_LANGUAGE = "ru";

    @Id
    @Column(name = "id")
    private UUID id = new UUID(0, 0);

    @Column(name = "user_id")
    private long userId;

    @Column(name = "faceit_player_id")
    private @Nullable String faceitPlayerId;

    @Column(name = "faceit_nickname")
    private @Nullable String faceitNickname;

    @Column(name = "last_checked_match_id")
    private @Nullable String lastCheckedMatchId;

    @Column(name = "waiting_for_nickname")
    private boolean waitingForNickname;

    @Column(name = "language")
    private String language = DEFAULT_LANGUAGE;

    @Column(name = "notifications_enabled")
    private boolean notificationsEnabled;

    @Column(name = "total_requests")
    private int totalRequests;

    /** Null where the source does not say it: then it is the database's own. */
    @Column(name = "created_at")
    private @Nullable Instant createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    private @Nullable Instant updatedAt;

    @Column(name = "last_active_at")
    private @Nullable Instant lastActiveAt;

    /** For JPA. */
    protected User() {}

    User(UserRecord dto) {
        this.userId = Objects.requireNonNull(dto.userId());
        this.id = NameUuid.of("subscriptions", "users", NaturalKey.of(userId));
        this.faceitPlayerId = dto.faceitPlayerId();
        this.faceitNickname = dto.faceitNickname();
        this.lastCheckedMatchId = dto.lastCheckedMatchId();
        this.waitingForNickname = Boolean.TRUE.equals(dto.waitingForNickname());
        this.language = Objects.requireNonNullElse(dto.language(), DEFAULT_LANGUAGE);
        this.notificationsEnabled = !Boolean.FALSE.equals(dto.notificationsEnabled());
        this.totalRequests = Objects.requireNonNullElse(dto.totalRequests(), 0);
        this.createdAt = dto.createdAt();
        this.lastActiveAt = dto.lastActiveAt();
    }

    long userId() {
        return userId;
    }
}
