package dev.ferry.profile.courses;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A course and what is known of its evaluations. */
@Entity
@Table(name = "course_metadata")
class CourseMetadata {
    @Id
    @Column(name = "course_code")
    private String courseCode = "";

    @Column(name = "last_period_gathered")
    private @Nullable String lastPeriodGathered;

    @Column(name = "last_period_failed")
    private boolean lastPeriodFailed;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "relevant_periods")
    private @Nullable List<String> relevantPeriods;

    @Column(name = "last_scrape_during_grace_period")
    private @Nullable LocalDate lastScrapeDuringGracePeriod;

    @Column(name = "created_at", insertable = false, updatable = false)
    private @Nullable Instant createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    private @Nullable Instant updatedAt;

    /** For JPA. */
    protected CourseMetadata() {}

    CourseMetadata(
            String courseCode,
            @Nullable String lastPeriodGathered,
            boolean lastPeriodFailed,
            @Nullable List<String> relevantPeriods,
            @Nullable LocalDate lastScrapeDuringGracePeriod) {
        this.courseCode = courseCode;
        this.lastPeriodGathered = lastPeriodGathered;
        this.lastPeriodFailed = lastPeriodFailed;
        this.relevantPeriods = relevantPeriods;
        this.lastScrapeDuringGracePeriod = lastScrapeDuringGracePeriod;
    }

    String courseCode() {
        return courseCode;
    }
}
