package dev.ferry.migration.library;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record AuthorRecord(
        @NotNull @Email String email,
        @Nullable String handle,
        @Nullable UUID uid,
        @Nullable LocalDate born,
        @Nullable Instant joinedAt,
        @Nullable LocalTime wakesAt,
        @Nullable Boolean active) {}
