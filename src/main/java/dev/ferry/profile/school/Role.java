package dev.ferry.profile.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** What a user may be in a school. */
@Entity
@Table(name = "roles")
@SequenceGenerator(sequenceName = "roles_seq", allocationSize = 1000)
class Role extends GeneratedRow {
    @Column(name = "name")
    private String name = "";

    @Column(name = "description")
    private String description = "";

    /** For JPA. */
    protected Role() {}

    Role(String name, String description) {
        this.name = name;
        this.description = description;
    }

    String name() {
        return name;
    }
}
