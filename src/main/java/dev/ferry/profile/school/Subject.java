package dev.ferry.profile.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Something that is taught. */
@Entity
@Table(name = "subjects")
@SequenceGenerator(sequenceName = "subjects_seq", allocationSize = 1000)
class Subject extends GeneratedRow {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "curriculum_id")
    private @Nullable Curriculum curriculum;

    @Column(name = "name")
    private String name = "";

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category_id")
    private @Nullable SubjectCategory category;

    /** For JPA. */
    protected Subject() {}

    Subject(Curriculum curriculum, String name, SubjectCategory category) {
        this.curriculum = curriculum;
        this.name = name;
        this.category = category;
    }

    @Nullable
    Curriculum curriculum() {
        return curriculum;
    }

    String name() {
        return name;
    }
}
