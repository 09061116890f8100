package dev.ferry.profile.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** What a group of permissions is about. */
@Entity
@Table(name = "permission_modules")
@SequenceGenerator(sequenceName = "permission_modules_seq", allocationSize = 1000)
class PermissionModule extends GeneratedRow {
    @Column(name = "code")
    private String code = "";

    @Column(name = "name")
    private String name = "";

    /** For JPA. */
    protected PermissionModule() {}

    PermissionModule(String code, String name) {
        this.code = code;
        this.name = name;
    }

    String code() {
        return code;
    }
}
