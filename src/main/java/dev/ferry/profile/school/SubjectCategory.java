package dev.ferry.profile.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A group of subjects. */
@Entity
@Table(name = "subject_categories")
@SequenceGenerator(sequenceName = "subject_categories_seq", allocationSize = 1000)
class SubjectCategory extends GeneratedRow {
    @Column(name = "name")
    private String name = "";

    /** For JPA. */
    protected SubjectCategory() {}

    SubjectCategory(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }
}
