package dev.ferry.profile.school.dto;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ferry.profile.KeyRule;
import dev.ferry.profile.Part;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A student, who has no login in V1. */
@Named
public record StudentRecord(
        @NotBlank(groups = KeyRule.class) String id,
        @JsonProperty("firstName") @Nullable String firstName,
        @JsonProperty("middleName") @Nullable String middleName,
        @JsonProperty("lastName") @Nullable String lastName,
        @JsonProperty("fullName") @Nullable String fullName,
        @Nullable String name,
        @JsonProperty("studentAdmissionNumber") @Nullable String studentAdmissionNumber,
        @JsonProperty("profileImage") @Nullable String profileImage,

        @Pattern(regexp = Gender.FORMS, message = Gender.MESSAGE) @Nullable
        String gender,

        @JsonProperty("schoolId") @NotBlank(groups = KeyRule.class)
        String schoolId,

        @JsonProperty("classId") @Nullable String classId,
        @JsonProperty("streamId") @Nullable String streamId,
        @JsonProperty("parentId") @Nullable String parentId,
        @JsonProperty("isDeleted") @Nullable Boolean isDeleted,
        @JsonProperty("createdAt") @Nullable Instant createdAt)
        implements Person {
    @Override
    public boolean deleted() {
        return Boolean.TRUE.equals(isDeleted);
    }

    /**
     * Who is whose parent.
     *
     * @param studentId the student
     * @param parentId the parent
     */
    public record Link(String studentId, String parentId) {}

    /** The student's parent, if one is named. */
    public List<Part<Link>> links() {
        return id == null || parentId == null || parentId.isBlank()
                ? List.of()
                : List.of(new Part<>("parentId", new Link(id, parentId)));
    }
}
