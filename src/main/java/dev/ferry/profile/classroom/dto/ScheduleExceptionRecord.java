package dev.ferry.profile.classroom.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A day on which a class does not meet as its schedule says.
 *
 * @param cancelled whether it does not meet at all; where the source does not say, it meets at another time
 */
@EndAfterStart
public record ScheduleExceptionRecord(
        @NotBlank(groups = KeyRule.class) @Size(max = 255) String id,

        @JsonProperty("scheduleId") @NotNull(groups = KeyRule.class)
        String scheduleId,

        @NotNull LocalDate date,
        @JsonProperty("startTime") @NotNull LocalTime startTime,
        @JsonProperty("endTime") @NotNull LocalTime endTime,
        @Nullable Boolean cancelled,
        @JsonProperty("createdDate") @NotNull LocalDate createdDate)
        implements Timed {}
