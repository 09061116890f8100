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
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A test that a class takes. */
public record TestRecord(
        @NotBlank(groups = KeyRule.class) @Size(max = 255) String id,

        @JsonProperty("classId") @NotNull(groups = KeyRule.class)
        String classId,

        @NotBlank String title,
        @NotNull String description,
        @JsonProperty("testDate") @NotNull LocalDate testDate,
        @JsonProperty("testTime") @Nullable LocalTime testTime,

        @JsonProperty("totalPoints") @NotNull @Positive @Digits(integer = 9, fraction = 20)
        BigDecimal totalPoints,

        @JsonProperty("testType") @NotNull @OneOf({"quiz", "exam", "assignment", "project"})
        String testType,

        @JsonProperty("fileName") @Nullable String fileName,
        @JsonProperty("fileUrl") @Nullable String fileUrl,
        @JsonProperty("createdDate") @NotNull LocalDate createdDate,
        @JsonProperty("updatedDate") @NotNull LocalDate updatedDate) {}
