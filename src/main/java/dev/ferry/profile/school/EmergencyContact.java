package dev.ferry.profile.school;

import dev.ferry.profile.school.dto.ContactRecord;
import dev.ferry.profile.school.dto.Email;
import dev.ferry.profile.school.dto.PersonName;
import dev.ferry.profile.school.dto.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import org.jspecify.annotations.Nullable;

/** Whom to call for a student. */
@Entity
@Table(name = "emergency_contacts")
@SequenceGenerator(sequenceName = "emergency_contacts_seq", allocationSize = 1000)
class EmergencyContact extends GeneratedRow {
    @Transient
    private String sourceId = "";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "student_id")
    private @Nullable Student student;

    @Column(name = "first_name")
    private String firstName = "";

    @Column(name = "middle_name")
    private @Nullable String middleName;

    @Column(name = "last_name")
    private @Nullable String lastName;

    @Column(name = "phone")
    private String phone = "";

    @Column(name = "email")
    private @Nullable String email;

    @Column(name = "relationship")
    private @Nullable String relationship;

    /** For JPA. */
    protected EmergencyContact() {}

    EmergencyContact(ContactRecord dto, Student student, String country) {
        this.sourceId = dto.id();
        this.student = student;
        dto.personName().ifPresent(this::name);
        this.phone = Phone.of(dto.phone(), country).orElse("");
        this.email = Email.of(dto.email()).orElse(null);
        this.relationship = Text.of(dto.relationship()).orElse(null);
    }

    private void name(PersonName name) {
        this.firstName = name.first();
        this.middleName = name.middle().orElse(null);
        this.lastName = name.last().orElse(null);
    }

    String sourceId() {
        return sourceId;
    }

    @Nullable
    Student student() {
        return student;
    }

    String phone() {
        return phone;
    }
}
