package dev.ferry.profile.school.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import dev.ferry.profile.Sensitive;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A teacher. */
@Named
public record TeacherRecord(
        @NotBlank(groups = KeyRule.class) String id,
        @JsonProperty("firstName") @Nullable String firstName,
        @JsonProperty("middleName") @Nullable String middleName,
        @JsonProperty("lastName") @Nullable String lastName,
        @JsonProperty("fullName") @Nullable String fullName,
        @Nullable String name,

        @Pattern(regexp = Gender.FORMS, message = Gender.MESSAGE) @Nullable
        String gender,

        @Nullable Loose experience,
        @JsonProperty("isLoginBarred") @Nullable Boolean isLoginBarred,
        @JsonProperty("phoneNumber") @Nullable String phoneNumber,

        @Pattern(regexp = Email.FORM, message = Email.MESSAGE) @Nullable
        String email,

        @JsonProperty("profileImage") @Nullable String profileImage,
        @Sensitive @Nullable String password,

        @JsonProperty("schoolId") @NotBlank(groups = KeyRule.class)
        String schoolId,

        @JsonProperty("isClassTeacher") @Nullable Boolean isClassTeacher,
        @JsonProperty("isDeleted") @Nullable Boolean isDeleted,
        @Nullable List<String> subjects,
        @JsonProperty("experienceYears") @Nullable Integer experienceYears,
        @JsonProperty("lastLoggedIn") @Nullable Instant lastLoggedIn)
        implements Person {
    @Override
    public boolean deleted() {
        return Boolean.TRUE.equals(isDeleted);
    }
}
