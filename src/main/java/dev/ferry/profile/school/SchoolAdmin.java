package dev.ferry.profile.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** Someone who runs a school's affairs. */
@Entity
@Table(name = "school_admins")
@SequenceGenerator(sequenceName = "school_admins_seq", allocationSize = 1000)
class SchoolAdmin extends GeneratedRow {
    @Transient
    private String sourceId = "";

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id")
    private @Nullable User user;

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "school_id")
    private @Nullable School school;

    @Column(name = "is_main")
    private boolean isMain;

    @Column(name = "position")
    private @Nullable String position;

    /** For JPA. */
    protected SchoolAdmin() {}

    /** The one that every school has: whoever had the school's own login. */
    SchoolAdmin(String sourceId, User user, School school) {
        this.sourceId = sourceId;
        this.user = user;
        this.school = school;
        this.isMain = true;
    }

    String sourceId() {
        return sourceId;
    }
}
