package dev.ferry.profile.school;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** What a user is in a school. */
@Entity
@Table(name = "user_roles")
@SequenceGenerator(sequenceName = "user_roles_seq", allocationSize = 1000)
class UserRole extends GeneratedRow {
    @Transient
    private String sourceKind = "";

    @Transient
    private String sourceId = "";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id")
    private @Nullable User user;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "role_id")
    private @Nullable Role role;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "school_id")
    private @Nullable School school;

    /** For JPA. */
    protected UserRole() {}

    /** The one role of the user that a V1 row became. */
    UserRole(UserKind kind, String sourceId, User user, Role role, School school) {
        this.sourceKind = kind.section();
        this.sourceId = sourceId;
        this.user = user;
        this.role = role;
        this.school = school;
    }

    String sourceKind() {
        return sourceKind;
    }

    String sourceId() {
        return sourceId;
    }

    @Nullable
    User user() {
        return user;
    }

    @Nullable
    Role role() {
        return role;
    }

    @Nullable
    School school() {
        return school;
    }
}
