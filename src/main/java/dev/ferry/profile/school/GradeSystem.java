package dev.ferry.profile.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A scale of marks. */
@Entity
@Table(name = "grade_systems")
@SequenceGenerator(sequenceName = "grade_systems_seq", allocationSize = 1000)
class GradeSystem extends GeneratedRow {
    @Column(name = "code")
    private String code = "";

    @Column(name = "name")
    private String name = "";

    /** For JPA. */
    protected GradeSystem() {}

    GradeSystem(String code, String name) {
        this.code = code;
        this.name = name;
    }

    String code() {
        return code;
    }
}
