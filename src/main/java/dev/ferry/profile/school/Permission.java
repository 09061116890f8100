package dev.ferry.profile.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Something that a role may allow. */
@Entity
@Table(name = "permissions")
@SequenceGenerator(sequenceName = "permissions_seq", allocationSize = 1000)
class Permission extends GeneratedRow {
    @Column(name = "code")
    private String code = "";

    @Column(name = "name")
    private String name = "";

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "module_id")
    private @Nullable PermissionModule module;

    /** For JPA. */
    protected Permission() {}

    Permission(String code, String name, PermissionModule module) {
        this.code = code;
        this.name = name;
        this.module = module;
    }

    String code() {
        return code;
    }
}
