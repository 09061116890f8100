package dev.ferry.profile.school;

import dev.ferry.profile.school.dto.ParentRecord;
import dev.ferry.profile.school.dto.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** A parent or guardian of students. */
@Entity
@Table(name = "parents")
@SequenceGenerator(sequenceName = "parents_seq", allocationSize = 1000)
class Guardian extends GeneratedRow {
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

    @Enumerated(EnumType.STRING)
    @Column(name = "type")
    private @Nullable ParentType type;

    @Column(name = "relationship")
    private @Nullable String relationship;

    @Column(name = "secondary_phone")
    private @Nullable String secondaryPhone;

    /** For JPA. */
    protected Guardian() {}

    Guardian(ParentRecord dto, User user, School school) {
        this.sourceId = dto.id();
        this.user = user;
        this.school = school;
        this.type = ParentType.of(dto.relationship());
        this.relationship = Text.of(dto.relationship()).orElse(null);
        this.secondaryPhone =
                Phone.of(dto.secondaryPhoneNumber(), school.country()).orElse(null);
    }

    String sourceId() {
        return sourceId;
    }
}
