package dev.ferry.profile.school;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** That someone is a parent of a student. */
@Entity
@Table(name = "student_parents")
@SequenceGenerator(sequenceName = "student_parents_seq", allocationSize = 1000)
class StudentParent extends GeneratedRow {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "student_id")
    private @Nullable Student student;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "parent_id")
    private @Nullable Guardian parent;

    /** For JPA. */
    protected StudentParent() {}

    StudentParent(Student student, Guardian parent) {
        this.student = student;
        this.parent = parent;
    }

    @Nullable
    Student student() {
        return student;
    }

    @Nullable
    Guardian parent() {
        return parent;
    }
}
