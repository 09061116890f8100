package dev.ferry.profile.classroom.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A meeting with students, parents or teachers.
 *
 * @param participants who takes part, in words of the source: they name no other records
 */
@EndAfterStart
public record MeetingRecord(
        @NotBlank(groups = KeyRule.class) @Size(max = 255) String id,

        @NotBlank String title,
        @NotNull String description,
        @NotNull LocalDate date,
        @JsonProperty("startTime") @NotNull LocalTime startTime,
        @JsonProperty("endTime") @NotNull LocalTime endTime,
        @NotNull List<String> participants,

        @JsonProperty("participantType") @NotNull @OneOf({"students", "parents", "teachers"})
        String participantType,

        @NotNull String location,

        @JsonProperty("meetingType") @NotNull @OneOf({"in_person", "virtual"})
        String meetingType,

        @NotNull @OneOf({"scheduled", "completed", "cancelled"})
        String status,

        @JsonProperty("createdDate") @NotNull LocalDate createdDate,
        @Nullable String notes)
        implements Timed {}
