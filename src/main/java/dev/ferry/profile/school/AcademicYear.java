package dev.ferry.profile.school;

import dev.ferry.profile.school.dto.SchoolRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A year of a school. */
@Entity
@Table(name = "academic_years")
@SequenceGenerator(sequenceName = "academic_years_seq", allocationSize = 1000)
class AcademicYear extends GeneratedRow {
    @Transient
    private String sourceId = "";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "school_id")
    private @Nullable School school;

    @Column(name = "name")
    private @Nullable String name;

    @Column(name = "is_current")
    private boolean isCurrent;

    @Column(name = "start_date")
    private @Nullable LocalDate startDate;

    @Column(name = "end_date")
    private @Nullable LocalDate endDate;

    /** For JPA. */
    protected AcademicYear() {}

    /** The year that a school's classes are migrated into; the database names it where the source has no date. */
    AcademicYear(SchoolRecord dto, School school) {
        this.sourceId = dto.id();
        this.school = school;
        this.name = dto.lastSeen()
                .map(seen -> "Migrated Academic Year "
                        + seen.atOffset(ZoneOffset.UTC).getYear())
                .orElse(null);
        this.isCurrent = true;
    }

    String sourceId() {
        return sourceId;
    }

    @Nullable
    School school() {
        return school;
    }

    @Nullable
    String name() {
        return name;
    }
}
