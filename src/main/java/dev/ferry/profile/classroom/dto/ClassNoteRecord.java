package dev.ferry.profile.classroom.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done in a class on one day. */
public record ClassNoteRecord(
        @NotBlank(groups = KeyRule.class) @Size(max = 255) String id,

        @JsonProperty("classId") @NotNull(groups = KeyRule.class)
        String classId,

        @NotNull LocalDate date,
        @NotNull String content,
        @Nullable List<String> topics,
        @Nullable String homework,
        @Nullable String objectives,
        @JsonProperty("createdDate") @NotNull LocalDate createdDate,
        @JsonProperty("updatedDate") @NotNull LocalDate updatedDate) {}
