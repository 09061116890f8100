package dev.ferry.profile.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A group of subjects. */
@Entity
@Table(name = "subject_categories")
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
