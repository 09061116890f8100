package dev.ferry.profile.school;

import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row with an identifier of its own, out of the sequence that is named as its table. */
@MappedSuperclass
abstract class GeneratedRow {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SequenceGenerator(allocationSize = 1000)
    @Column(name = "id")
    private @Nullable Long id;

    @Column(name = "created_at", insertable = false, updatable = false)
    private @Nullable Instant createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    private @Nullable Instant updatedAt;
}
