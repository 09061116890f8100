package dev.ferry.profile.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A mark of a scale. */
@Entity
@Table(name = "grades")
@SequenceGenerator(sequenceName = "grades_seq", allocationSize = 1000)
class Grade extends GeneratedRow {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "grade_system_id")
    private @Nullable GradeSystem gradeSystem;

    @Column(name = "label")
    private String label = "";

    @Column(name = "description")
    private String description = "";

    @Column(name = "points")
    private @Nullable Integer points;

    @Column(name = "min_percent")
    private @Nullable Integer minPercent;

    @Column(name = "max_percent")
    private @Nullable Integer maxPercent;

    @Column(name = "sort_order")
    private int sortOrder;

    /** For JPA. */
    protected Grade() {}

    Grade(
            GradeSystem gradeSystem,
            String label,
            String description,
            @Nullable Integer points,
            @Nullable Integer minPercent,
            @Nullable Integer maxPercent,
            int sortOrder) {
        this.gradeSystem = gradeSystem;
        this.label = label;
        this.description = description;
        this.points = points;
        this.minPercent = minPercent;
        this.maxPercent = maxPercent;
        this.sortOrder = sortOrder;
    }

    @Nullable
    GradeSystem gradeSystem() {
        return gradeSystem;
    }

    String label() {
        return label;
    }
}
