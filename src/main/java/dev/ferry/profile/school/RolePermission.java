package dev.ferry.profile.school;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** That a role allows something. */
@Entity
@Table(name = "role_permissions")
@SequenceGenerator(sequenceName = "role_permissions_seq", allocationSize = 1000)
class RolePermission extends GeneratedRow {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "role_id")
    private @Nullable Role role;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "permission_id")
    private @Nullable Permission permission;

    /** For JPA. */
    protected RolePermission() {}

    RolePermission(Role role, Permission permission) {
        this.role = role;
        this.permission = permission;
    }

    @Nullable
    Role role() {
        return role;
    }

    @Nullable
    Permission permission() {
        return permission;
    }
}
