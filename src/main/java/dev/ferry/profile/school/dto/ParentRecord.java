package dev.ferry.profile.school.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import dev.ferry.profile.Sensitive;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** A parent or guardian. */
@Named
public record ParentRecord(
        @NotBlank(groups = KeyRule.class) String id,
        @JsonProperty("firstName") @Nullable String firstName,
        @JsonProperty("middleName") @Nullable String middleName,
        @JsonProperty("lastName") @Nullable String lastName,
        @JsonProperty("fullName") @Nullable String fullName,
        @Nullable String name,

        @Pattern(regexp = Email.FORM, message = Email.MESSAGE) @Nullable
        String email,

        @JsonProperty("phoneNumber") @Nullable String phoneNumber,
        @JsonProperty("secondaryPhoneNumber") @Nullable String secondaryPhoneNumber,
        @Nullable String relationship,
        @JsonProperty("isLoginBarred") @Nullable Boolean isLoginBarred,
        @JsonProperty("profileImage") @Nullable String profileImage,
        @Sensitive @Nullable String password,
        @JsonProperty("isDeleted") @Nullable Boolean isDeleted,

        @JsonProperty("schoolId") @NotBlank(groups = KeyRule.class)
        String schoolId)
        implements Person {
    @Override
    public boolean deleted() {
        return Boolean.TRUE.equals(isDeleted);
    }
}
