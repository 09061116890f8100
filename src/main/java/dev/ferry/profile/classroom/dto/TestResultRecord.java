package dev.ferry.profile.classroom.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one student got for a test. */
@ScoreWithinMaximum
public record TestResultRecord(
        @NotBlank(groups = KeyRule.class) @Size(max = 255) String id,

        @JsonProperty("testId") @NotNull(groups = KeyRule.class)
        String testId,

        @JsonProperty("studentId") @NotNull(groups = KeyRule.class)
        String studentId,

        @NotNull @PositiveOrZero @Digits(integer = 9, fraction = 20)
        BigDecimal score,

        @JsonProperty("maxScore") @NotNull @Digits(integer = 9, fraction = 20)
        BigDecimal maxScore,

        @NotNull @PositiveOrZero @Max(100) @Digits(integer = 9, fraction = 20)
        BigDecimal percentage,

        @NotNull String grade,
        @Nullable String feedback,
        @JsonProperty("submittedDate") @Nullable LocalDate submittedDate,
        @JsonProperty("gradedDate") @NotNull LocalDate gradedDate,
        @JsonProperty("createdDate") @NotNull LocalDate createdDate,
        @JsonProperty("updatedDate") @NotNull LocalDate updatedDate)
        implements Scored {}
