package dev.ferry.profile.school.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import dev.ferry.profile.Sensitive;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A school, which is a login of its own in V1. */
public record SchoolRecord(
        @NotBlank(groups = KeyRule.class) String id,
        @JsonProperty("schoolName") @NotBlank String schoolName,

        @Pattern(regexp = Email.FORM, message = Email.MESSAGE) @Nullable
        String email,

        @Nullable String phone,
        @JsonProperty("schoolCode") @Nullable String schoolCode,
        @JsonProperty("schoolLevel") @Nullable String schoolLevel,
        @JsonProperty("schoolMotto") @Nullable String schoolMotto,
        @JsonProperty("schoolVision") @Nullable String schoolVision,
        @CountryName @Nullable String country,
        @Nullable String county,
        @Nullable String logo,
        @Sensitive @Nullable String password,

        @Pattern(regexp = SchoolType.FORMS, message = SchoolType.MESSAGE) @Nullable
        String type,

        @JsonProperty("schoolAddress") @Nullable String schoolAddress,
        @JsonProperty("CreatedAt") @Nullable Instant createdAt,
        @JsonProperty("UpdatedAt") @Nullable Instant updatedAt,
        @JsonProperty("isActive") @Nullable Boolean isActive,
        @JsonProperty("isVerified") @Nullable Boolean isVerified,
        @JsonProperty("isDeleted") @Nullable Boolean isDeleted,
        @JsonProperty("deletedAt") @Nullable Instant deletedAt) {
    /** Whether V1 holds it for deleted. */
    public boolean deleted() {
        return Boolean.TRUE.equals(isDeleted);
    }

    /** The last time that V1 tells of it, if it tells any. */
    public Optional<Instant> lastSeen() {
        return Stream.of(Optional.ofNullable(createdAt), Optional.ofNullable(updatedAt))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }
}
