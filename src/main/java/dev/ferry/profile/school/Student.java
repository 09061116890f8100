package dev.ferry.profile.school;

import dev.ferry.profile.school.dto.Gender;
import dev.ferry.profile.school.dto.StudentRecord;
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
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A student. */
@Entity
@Table(name = "students")
@SequenceGenerator(sequenceName = "students_seq", allocationSize = 1000)
class Student extends GeneratedRow {
    @Transient
    private String sourceId = "";

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id")
    private @Nullable User user;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "school_id")
    private @Nullable School school;

    @Enumerated(EnumType.STRING)
    @Column(name = "gender")
    private @Nullable Gender gender;

    @Column(name = "admission_number")
    private @Nullable String admissionNumber;

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "school_class_id")
    private @Nullable SchoolClass schoolClass;

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "stream_id")
    private @Nullable ClassStream stream;

    @Column(name = "enrollment_date")
    private @Nullable LocalDate enrollmentDate;

    @Column(name = "date_of_birth")
    private @Nullable LocalDate dateOfBirth;

    /** For JPA. */
    protected Student() {}

    Student(StudentRecord dto, User user, School school, SchoolClass schoolClass, @Nullable ClassStream stream) {
        this.sourceId = dto.id();
        this.user = user;
        this.school = school;
        this.gender = Gender.of(dto.gender()).orElse(null);
        this.admissionNumber = Text.of(dto.studentAdmissionNumber()).orElse(null);
        this.schoolClass = schoolClass;
        this.stream = stream;
        this.enrollmentDate = dto.createdAt() == null
                ? null
                : dto.createdAt().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    String sourceId() {
        return sourceId;
    }

    @Nullable
    School school() {
        return school;
    }

    @Nullable
    String admissionNumber() {
        return admissionNumber;
    }
}
