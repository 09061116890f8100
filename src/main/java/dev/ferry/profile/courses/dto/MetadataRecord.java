package dev.ferry.profile.courses.dto;

import com.fasterxml.jackson.annotation.JacksonInject;
import dev.ferry.profile.KeyRule;
import dev.ferry.source.RawRecord;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member of {@code metadata.json}: what is known of a course beside its evaluations.
 *
 * @param courseCode the member's name
 * @param lastPeriodGathered a term such as {@code SU25}
 * @param relevantPeriods instance keys of the course
 */
public record MetadataRecord(
        @JacksonInject(RawRecord.KEY)
        @Pattern(regexp = "[A-Z]{2}\\.\\d{3}\\.\\d{3}", groups = KeyRule.class)
        @Size(max = 255)
        String courseCode,

        @Pattern(regexp = "(FA|SP|SU|IN)\\d{2}") @Nullable String lastPeriodGathered,

        @Nullable Boolean lastPeriodFailed,
        @Nullable List<@NotNull String> relevantPeriods,
        @Nullable LocalDate lastScrapeDuringGracePeriod) {}
