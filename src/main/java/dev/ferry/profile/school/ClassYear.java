package dev.ferry.profile.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A year of a curriculum, such as Grade 4. */
@Entity
@Table(name = "classes")
@SequenceGenerator(sequenceName = "classes_seq", allocationSize = 1000)
class ClassYear extends GeneratedRow {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "curriculum_id")
    private @Nullable Curriculum curriculum;

    @Column(name = "name")
    private String name = "";

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "level_id")
    private @Nullable ClassLevel level;

    @Column(name = "sort_order")
    private int sortOrder;

    /** For JPA. */
    protected ClassYear() {}

    ClassYear(Curriculum curriculum, String name, ClassLevel level, int sortOrder) {
        this.curriculum = curriculum;
        this.name = name;
        this.level = level;
        this.sortOrder = sortOrder;
    }

    @Nullable
    Curriculum curriculum() {
        return curriculum;
    }

    String name() {
        return name;
    }
}
