package dev.ferry.profile.classroom.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** A student. */
public record StudentRecord(
        @NotBlank(groups = KeyRule.class) @Size(max = 255) String id,

        @NotBlank String name,
        @NotNull String email,
        @NotNull String phone,
        @NotNull String grade,
        @JsonProperty("parentContact") @NotNull String parentContact,
        @JsonProperty("enrollmentDate") @NotNull LocalDate enrollmentDate) {}
