package dev.ferry.profile.school.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/** A stream of a class: those of its students who are taught together. */
public record StreamRecord(
        @NotBlank(groups = KeyRule.class) String id,
        @NotBlank String stream,

        @JsonProperty("schoolId") @NotBlank(groups = KeyRule.class)
        String schoolId,

        @JsonProperty("schoolClassesId") @Nullable String schoolClassesId,
        @JsonProperty("classTeacherId") @Nullable String classTeacherId) {}
