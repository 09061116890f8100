package dev.ferry.profile.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** A stage of schooling. */
@Entity
@Table(name = "class_levels")
@SequenceGenerator(sequenceName = "class_levels_seq", allocationSize = 1000)
class ClassLevel extends GeneratedRow {
    @Column(name = "code")
    private String code = "";

    @Column(name = "name")
    private String name = "";

    @Column(name = "sort_order")
    private int sortOrder;

    /** For JPA. */
    protected ClassLevel() {}

    ClassLevel(String code, String name, int sortOrder) {
        this.code = code;
        this.name = name;
        this.sortOrder = sortOrder;
    }

    String code() {
        return code;
    }
}
