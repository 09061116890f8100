package dev.ferry.profile.school.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Whom to call for a student. */
@Named
public record ContactRecord(
        @NotBlank(groups = KeyRule.class) String id,
        @JsonProperty("firstName") @Nullable String firstName,
        @JsonProperty("middleName") @Nullable String middleName,
        @JsonProperty("lastName") @Nullable String lastName,
        @JsonProperty("fullName") @Nullable String fullName,
        @Nullable String name,
        @NotBlank String phone,

        @Pattern(regexp = Email.FORM, message = Email.MESSAGE) @Nullable
        String email,

        @JsonProperty("studentId") @NotBlank(groups = KeyRule.class)
        String studentId,

        @Nullable String relationship)
        implements NameFields {}
