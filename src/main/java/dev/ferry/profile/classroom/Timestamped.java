package dev.ferry.profile.classroom;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of which the database notes when it was made and changed; the dates that the source has are columns beside these. */
@MappedSuperclass
abstract class Timestamped {
    @Column(name = "created_at", insertable = false, updatable = false)
    private @Nullable Instant createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    private @Nullable Instant updatedAt;
}
