package dev.ferry.profile.classroom.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;

/**
 * When a class meets each week.
 *
 * @param dayOfWeek from 0 for Sunday to 6 for Saturday
 */
@EndAfterStart
public record ScheduleRecord(
        @NotBlank(groups = KeyRule.class) @Size(max = 255) String id,

        @JsonProperty("classId") @NotNull(groups = KeyRule.class)
        String classId,

        @JsonProperty("dayOfWeek") @NotNull @Min(0) @Max(6) Integer dayOfWeek,
        @JsonProperty("startTime") @NotNull LocalTime startTime,
        @JsonProperty("endTime") @NotNull LocalTime endTime)
        implements Timed {}
