package dev.ferry.profile.courses.dto;

import com.fasterxml.jackson.annotation.JacksonInject;
import dev.ferry.profile.KeyRule;
import dev.ferry.source.RawRecord;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A member of {@code data.json}: the evaluations of one instance of a course. The frequencies count the answers by option.
 *
 * @param instanceKey the member's name; it begins with the course's code
 * @param payload the member's value as it stands
 */
public record CourseRecord(
        @JacksonInject(RawRecord.KEY)
        @Pattern(
                regexp = "[A-Z]{2}\\.\\d{3}\\.\\d{3}.*",
                flags = Pattern.Flag.DOTALL,
                message = "must begin with a course code such as AS.180.101",
                groups = KeyRule.class)
        @Size(max = 255)
        String instanceKey,

        @Nullable String courseName,
        @Nullable String instructorName,
        @Nullable Map<String, @NotNull @PositiveOrZero Long> overallQualityFrequency,
        @Nullable Map<String, @NotNull @PositiveOrZero Long> instructorEffectivenessFrequency,
        @Nullable Map<String, @NotNull @PositiveOrZero Long> intellectualChallengeFrequency,
        @Nullable Map<String, @NotNull @PositiveOrZero Long> taFrequency,
        @Nullable Map<String, @NotNull @PositiveOrZero Long> feedbackFrequency,
        @Nullable Map<String, @NotNull @PositiveOrZero Long> workloadFrequency,
        @Nullable List<@NotNull String> taNames,
        @JacksonInject(RawRecord.PAYLOAD) String payload) {
    private static final java.util.regex.Pattern CODE = java.util.regex.Pattern.compile("[A-Z]{2}\\.\\d{3}\\.\\d{3}");

    /** The code of the course, with which the instance key begins; empty where it does not. */
    public Optional<String> courseCode() {
        Matcher matcher = CODE.matcher(instanceKey);
        return matcher.lookingAt() ? Optional.of(matcher.group()) : Optional.empty();
    }
}
