package dev.ferry.profile.classroom.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one student did of a homework. */
@ScoreWithinMaximum
public record SubmissionRecord(
        @NotBlank(groups = KeyRule.class) @Size(max = 255) String id,

        @JsonProperty("assignmentId") @NotNull(groups = KeyRule.class)
        String assignmentId,

        @JsonProperty("studentId") @NotNull(groups = KeyRule.class)
        String studentId,

        @JsonProperty("submittedDate") @Nullable LocalDate submittedDate,

        @Nullable @PositiveOrZero @Digits(integer = 9, fraction = 20)
        BigDecimal score,

        @JsonProperty("maxScore") @NotNull @Digits(integer = 9, fraction = 20)
        BigDecimal maxScore,

        @Nullable String grade,
        @Nullable String feedback,

        @NotNull @OneOf({"not_submitted", "submitted", "graded", "late"})
        String status,

        @JsonProperty("submissionNotes") @Nullable String submissionNotes,
        @JsonProperty("gradedDate") @Nullable LocalDate gradedDate,
        @JsonProperty("createdDate") @NotNull LocalDate createdDate,
        @JsonProperty("updatedDate") @NotNull LocalDate updatedDate)
        implements Scored {}
