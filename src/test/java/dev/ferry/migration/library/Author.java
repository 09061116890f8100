package dev.ferry.migration.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "authors")
class Author {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "authors")
    @SequenceGenerator(name = "authors", sequenceName = "authors_seq", allocationSize = 1000)
    private @Nullable Long id;

    @Column(name = "email")
    private String email = "";

    @Column(name = "handle")
    private @Nullable String handle;

    @Column(name = "uid")
    private @Nullable UUID uid;

    @Column(name = "born")
    private @Nullable LocalDate born;

    @Column(name = "joined_at")
    private @Nullable Instant joinedAt;

    @Column(name = "wakes_at")
    private @Nullable LocalTime wakesAt;

    @Column(name = "active")
    private @Nullable Boolean active;

    @Column(name = "created_at", insertable = false, updatable = false)
    private @Nullable Instant createdAt;

    protected Author() {}

    Author(AuthorRecord dto) {
        this.email = dto.email();
        this.handle = dto.handle();
        this.uid = dto.uid();
        this.born = dto.born();
        this.joinedAt = dto.joinedAt();
        this.wakesAt = dto.wakesAt();
        this.active = dto.active();
    }

    String email() {
        return email;
    }

    @Nullable
    String handle() {
        return handle;
    }
}
