package dev.ferry.profile.school;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row with an identifier of its own, out of the sequence that its class names. */
@MappedSuperclass
abstract class GeneratedRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @Column(name = "id")
    private @Nullable Long id;

    @Column(name = "created_at", insertable = false, updatable = false)
    private @Nullable Instant createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    private @Nullable Instant updatedAt;
}
