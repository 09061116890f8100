package dev.ferry.profile.classroom.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Homework that a class is given. */
@DueSinceAssigned
public record AssignmentRecord(
        @NotBlank(groups = KeyRule.class) @Size(max = 255) String id,

        @JsonProperty("classId") @NotNull(groups = KeyRule.class)
        String classId,

        @NotBlank String title,
        @NotNull String description,
        @JsonProperty("assignedDate") @NotNull LocalDate assignedDate,
        @JsonProperty("dueDate") @NotNull LocalDate dueDate,

        @JsonProperty("totalPoints") @NotNull @Positive @Digits(integer = 9, fraction = 20)
        BigDecimal totalPoints,

        @Nullable String instructions,
        @Nullable List<String> resources,
        @JsonProperty("createdDate") @NotNull LocalDate createdDate,
        @JsonProperty("updatedDate") @NotNull LocalDate updatedDate) {}
