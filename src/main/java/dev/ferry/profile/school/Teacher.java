package dev.ferry.profile.school;

import dev.ferry.profile.school.dto.Gender;
import dev.ferry.profile.school.dto.TeacherRecord;
import dev.ferry.profile.school.dto.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A teacher. */
@Entity
@Table(name = "teachers")
@SequenceGenerator(sequenceName = "teachers_seq", allocationSize = 1000)
class Teacher extends GeneratedRow {
    @Transient
    private String sourceId = "";

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id")
    private @Nullable User user;

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "school_id")
    private @Nullable School school;

    @Enumerated(EnumType.STRING)
    @Column(name = "gender")
    private @Nullable Gender gender;

    @Column(name = "qualification")
    private @Nullable String qualification;

    @Column(name = "subject_specialization")
    private @Nullable String subjectSpecialization;

    @Column(name = "experience")
    private @Nullable String experience;

    @Column(name = "experience_years")
    private @Nullable Integer experienceYears;

    @Column(name = "is_class_teacher")
    private boolean isClassTeacher;

    @Column(name = "employment_date")
    private @Nullable LocalDate employmentDate;

    /** For JPA. */
    protected Teacher() {}

    Teacher(TeacherRecord dto, User user, School school) {
        this.sourceId = dto.id();
        this.user = user;
        this.school = school;
        this.gender = Gender.of(dto.gender()).orElse(null);
        this.subjectSpecialization = dto.subjects() == null
                ? null
                : Text.of(String.join(", ", dto.subjects())).orElse(null);
        this.experience = dto.experience() == null
                ? null
                : Text.of(dto.experience().text()).orElse(null);
        this.experienceYears = dto.experienceYears();
        this.isClassTeacher = Boolean.TRUE.equals(dto.isClassTeacher());
    }

    String sourceId() {
        return sourceId;
    }
}
