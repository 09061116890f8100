package dev.ferry.profile.school;

import dev.ferry.profile.school.dto.Country;
import dev.ferry.profile.school.dto.Email;
import dev.ferry.profile.school.dto.SchoolRecord;
import dev.ferry.profile.school.dto.SchoolType;
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
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A school. */
@Entity
@Table(name = "schools")
@SequenceGenerator(sequenceName = "schools_seq", allocationSize = 1000)
class School extends GeneratedRow {
    @Transient
    private String sourceId = "";

    @Column(name = "name")
    private String name = "";

    @Column(name = "government_code")
    private @Nullable String governmentCode;

    @Column(name = "email")
    private @Nullable String email;

    @Column(name = "phone")
    private @Nullable String phone;

    @Enumerated(EnumType.STRING)
    @Column(name = "type")
    private @Nullable SchoolType type;

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "level_id")
    private @Nullable ClassLevel level;

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "curriculum_id")
    private @Nullable Curriculum curriculum;

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "grade_system_id")
    private @Nullable GradeSystem gradeSystem;

    @Column(name = "motto")
    private @Nullable String motto;

    @Column(name = "vision")
    private @Nullable String vision;

    @Column(name = "logo")
    private @Nullable String logo;

    @Column(name = "country")
    private String country = "";

    @Column(name = "county")
    private @Nullable String county;

    @Column(name = "town")
    private @Nullable String town;

    @Column(name = "street")
    private @Nullable String street;

    @Column(name = "po_box")
    private @Nullable String poBox;

    @Column(name = "postal_code")
    private @Nullable String postalCode;

    @Column(name = "address")
    private @Nullable String address;

    @Column(name = "is_active")
    private boolean isActive;

    @Column(name = "is_verified")
    private boolean isVerified;

    @Column(name = "is_deleted")
    private boolean isDeleted;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Column(name = "source_created_at")
    private @Nullable Instant sourceCreatedAt;

    @Column(name = "source_updated_at")
    private @Nullable Instant sourceUpdatedAt;

    /** For JPA. */
    protected School() {}

    School(SchoolRecord dto, @Nullable ClassLevel level) {
        this.sourceId = dto.id();
        this.name = dto.schoolName().strip();
        this.governmentCode = Text.of(dto.schoolCode()).orElse(null);
        this.email = Email.of(dto.email()).orElse(null);
        this.country = Country.name(dto.country());
        this.phone = Phone.of(dto.phone(), country).orElse(null);
        this.type = SchoolType.of(dto.type()).orElse(null);
        this.level = level;
        this.motto = Text.of(dto.schoolMotto()).orElse(null);
        this.vision = Text.of(dto.schoolVision()).orElse(null);
        this.logo = Text.of(dto.logo()).orElse(null);
        this.isActive = !Boolean.FALSE.equals(dto.isActive());
        this.isVerified = Boolean.TRUE.equals(dto.isVerified());
        this.isDeleted = dto.deleted();
        this.deletedAt = dto.deletedAt();
        this.sourceCreatedAt = dto.createdAt();
        this.sourceUpdatedAt = dto.updatedAt();
        locate(dto);
    }

    private void locate(SchoolRecord dto) {
        Optional<String> line = Text.of(dto.schoolAddress());
        Optional<PostalAddress> parts = line.map(PostalAddress::of);
        this.address = line.orElse(null);
        this.street = parts.flatMap(PostalAddress::street).orElse(null);
        this.poBox = parts.flatMap(PostalAddress::poBox).orElse(null);
        this.postalCode = parts.flatMap(PostalAddress::postalCode).orElse(null);
        this.town = parts.flatMap(PostalAddress::town).orElse(null);
        this.county = Text.of(dto.county())
                .or(() -> parts.flatMap(PostalAddress::county))
                .orElse(null);
    }

    String sourceId() {
        return sourceId;
    }

    @Nullable
    String governmentCode() {
        return governmentCode;
    }

    @Nullable
    String email() {
        return email;
    }

    String country() {
        return country;
    }
}
