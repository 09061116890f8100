package dev.ferry.profile.school.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** A class of a school. */
public record ClassRecord(
        @NotBlank(groups = KeyRule.class) String id,
        @Nullable String code,
        @NotBlank String name,
        @JsonProperty("ageGroup") @Nullable Loose ageGroup,
        @JsonProperty("yearLevel") @Nullable Loose yearLevel,
        @Nullable Loose age,
        @Nullable Json subjects,
        @JsonProperty("teacherId") @Nullable String teacherId,

        @JsonProperty("schoolId") @NotBlank(groups = KeyRule.class)
        String schoolId) {}
