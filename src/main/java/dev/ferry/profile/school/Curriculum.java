package dev.ferry.profile.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What a school teaches by. */
@Entity
@Table(name = "curriculums")
@SequenceGenerator(sequenceName = "curriculums_seq", allocationSize = 1000)
class Curriculum extends GeneratedRow {
    @Column(name = "code")
    private String code = "";

    @Column(name = "name")
    private String name = "";

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "grade_system_id")
    private @Nullable GradeSystem gradeSystem;

    /** For JPA. */
    protected Curriculum() {}

    Curriculum(String code, String name, GradeSystem gradeSystem) {
        this.code = code;
        this.name = name;
        this.gradeSystem = gradeSystem;
    }

    String code() {
        return code;
    }
}
