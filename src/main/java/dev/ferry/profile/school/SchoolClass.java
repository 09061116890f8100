package dev.ferry.profile.school;

import dev.ferry.profile.school.dto.ClassRecord;
import dev.ferry.profile.school.dto.Loose;
import dev.ferry.profile.school.dto.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A class of a school in an academic year. */
@Entity
@Table(name = "school_classes")
@SequenceGenerator(sequenceName = "school_classes_seq", allocationSize = 1000)
class SchoolClass extends GeneratedRow {
    @Transient
    private String sourceSchool = "";

    @Transient
    private String sourceId = "";

    @Column(name = "name")
    private String name = "";

    @Column(name = "code")
    private @Nullable String code;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "school_id")
    private @Nullable School school;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "academic_year_id")
    private @Nullable AcademicYear academicYear;

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "class_teacher_id")
    private @Nullable Teacher classTeacher;

    @Column(name = "age_group")
    private @Nullable String ageGroup;

    @Column(name = "year_level")
    private @Nullable String yearLevel;

    @Column(name = "age")
    private @Nullable String age;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "subjects")
    private @Nullable String subjects;

    /** For JPA. */
    protected SchoolClass() {}

    /** A class of V1. */
    SchoolClass(ClassRecord dto, School school, AcademicYear academicYear, @Nullable Teacher classTeacher) {
        this(dto.schoolId(), dto.id(), dto.name().strip(), school, academicYear);
        this.code = Text.of(dto.code()).orElse(null);
        this.classTeacher = classTeacher;
        this.ageGroup = text(dto.ageGroup());
        this.yearLevel = text(dto.yearLevel());
        this.age = text(dto.age());
        this.subjects = dto.subjects() == null ? null : dto.subjects().text();
    }

    private SchoolClass(String sourceSchool, String sourceId, String name, School school, AcademicYear academicYear) {
        this.sourceSchool = sourceSchool;
        this.sourceId = sourceId;
        this.name = name;
        this.school = school;
        this.academicYear = academicYear;
    }

    /** A class of which V1 has no more than what its students say. */
    static SchoolClass migrated(String schoolId, String classId, School school, AcademicYear academicYear) {
        return new SchoolClass(schoolId, classId, "Migrated Class - " + classId, school, academicYear);
    }

    private static @Nullable String text(@Nullable Loose value) {
        return value == null ? null : Text.of(value.text()).orElse(null);
    }

    String sourceSchool() {
        return sourceSchool;
    }

    String sourceId() {
        return sourceId;
    }

    String name() {
        return name;
    }

    @Nullable
    School school() {
        return school;
    }

    @Nullable
    AcademicYear academicYear() {
        return academicYear;
    }
}
