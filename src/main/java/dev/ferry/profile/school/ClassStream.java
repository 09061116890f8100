package dev.ferry.profile.school;

import dev.ferry.profile.school.dto.StreamRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** Those students of a class who are taught together. */
@Entity
@Table(name = "streams")
@SequenceGenerator(sequenceName = "streams_seq", allocationSize = 1000)
class ClassStream extends GeneratedRow {
    @Transient
    private String sourceId = "";

    @Column(name = "name")
    private String name = "";

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "school_id")
    private @Nullable School school;

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "school_class_id")
    private @Nullable SchoolClass schoolClass;

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "class_teacher_id")
    private @Nullable Teacher classTeacher;

    /** For JPA. */
    protected ClassStream() {}

    ClassStream(StreamRecord dto, School school, @Nullable SchoolClass schoolClass, @Nullable Teacher classTeacher) {
        this.sourceId = dto.id();
        this.name = dto.stream().strip();
        this.school = school;
        this.schoolClass = schoolClass;
        this.classTeacher = classTeacher;
    }

    String sourceId() {
        return sourceId;
    }
}
