package dev.ferry.profile.school;

import dev.ferry.profile.NameUuid;
import dev.ferry.profile.Password;
import dev.ferry.profile.school.dto.Email;
import dev.ferry.profile.school.dto.Person;
import dev.ferry.profile.school.dto.PersonName;
import dev.ferry.profile.school.dto.SchoolRecord;
import dev.ferry.profile.school.dto.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone who may log in: the administrator of a school, a teacher, a parent or a student. */
@Entity
@Table(name = "users")
@SequenceGenerator(sequenceName = "users_seq", allocationSize = 1000)
class User extends GeneratedRow {
    private static final String ADMINISTRATOR = "Administrator";

    /** Only where the user asked not to validate. */
    private static final PersonName NAMELESS = new PersonName("", Optional.empty(), Optional.empty());

    @Transient
    private String sourceKind = "";

    @Transient
    private String sourceId = "";

    @Column(name = "uuid")
    private UUID uuid = new UUID(0, 0);

    @Column(name = "first_name")
    private String firstName = "";

    @Column(name = "middle_name")
    private @Nullable String middleName;

    @Column(name = "last_name")
    private @Nullable String lastName;

    @Column(name = "email")
    private String email = "";

    @Column(name = "email_generated")
    private boolean emailGenerated;

    @Column(name = "phone_number")
    private @Nullable String phoneNumber;

    @Column(name = "shared_phone")
    private @Nullable String sharedPhone;

    @Column(name = "password")
    private @Nullable String password;

    @Column(name = "is_password_set")
    private boolean isPasswordSet;

    @Column(name = "type")
    private String type = "";

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "school_id")
    private @Nullable School school;

    @Column(name = "is_active")
    private boolean isActive;

    @Column(name = "is_verified")
    private boolean isVerified;

    @Column(name = "is_deleted")
    private boolean isDeleted;

    @Column(name = "country")
    private String country = "";

    @Column(name = "profile_picture")
    private @Nullable String profilePicture;

    @Column(name = "last_logged_in")
    private @Nullable Instant lastLoggedIn;

    /** For JPA. */
    protected User() {}

    /** The user of a person's V1 row. */
    User(UserKind kind, Person dto, School school) {
        this(kind, dto.id(), school);
        PersonName name = dto.personName().orElse(NAMELESS);
        this.firstName = name.first();
        this.middleName = name.middle().orElse(null);
        this.lastName = name.last().orElse(null);
        Optional<String> given = Email.of(dto.email());
        this.emailGenerated = given.isEmpty();
        this.email =
                given.orElseGet(() -> GeneratedEmail.of(name, kind, dto.id(), school.governmentCode(), dto.schoolId()));
        this.phoneNumber = Phone.of(dto.phoneNumber(), school.country()).orElse(null);
        this.isActive = !Boolean.TRUE.equals(dto.isLoginBarred());
        this.isDeleted = dto.deleted();
        this.profilePicture = Text.of(dto.profileImage()).orElse(null);
        this.lastLoggedIn = dto.lastLoggedIn();
        setPassword(Password.of(dto.password()));
    }

    /** The administrator of a school, who has the login that the school itself had. */
    User(SchoolRecord dto, School school) {
        this(UserKind.SCHOOL, dto.id(), school);
        this.firstName = dto.schoolName().strip();
        this.lastName = ADMINISTRATOR;
        Optional<String> given = Email.of(dto.email());
        this.emailGenerated = given.isEmpty();
        this.email = given.orElseGet(() -> GeneratedEmail.ofAdministrator(school.governmentCode(), dto.id()));
        this.phoneNumber = Phone.of(dto.phone(), school.country()).orElse(null);
        this.isActive = !Boolean.FALSE.equals(dto.isActive());
        this.isVerified = Boolean.TRUE.equals(dto.isVerified());
        this.isDeleted = dto.deleted();
        setPassword(Password.of(dto.password()));
    }

    private User(UserKind kind, String id, School school) {
        this.sourceKind = kind.section();
        this.sourceId = id;
        this.uuid = NameUuid.of(SchoolProfile.NAME, "users", kind.key(id));
        this.type = kind.role();
        this.school = school;
        this.country = school.country();
    }

    /** Plain text is not here: whoever hashes it gives the hash. */
    private void setPassword(Password said) {
        if (said instanceof Password.Hashed hashed) {
            givePassword(hashed.hash());
        } else if (said instanceof Password.Digest digest) {
            this.password = digest.digits();
        }
    }

    /** Sets a hash that a login is checked against. */
    void givePassword(String hash) {
        this.password = hash;
        this.isPasswordSet = true;
    }

    /** Sets the address that the user gets. */
    void giveEmail(@Nullable String given) {
        this.email = Objects.requireNonNull(given, "every user has an e-mail address");
    }

    /** Sets the number that the user gets; where there is none, the wanted one is kept as that of somebody else. */
    void givePhoneNumber(@Nullable String given) {
        if (given == null) {
            this.sharedPhone = phoneNumber;
        }
        this.phoneNumber = given;
    }

    String sourceKind() {
        return sourceKind;
    }

    String sourceId() {
        return sourceId;
    }

    String email() {
        return email;
    }

    @Nullable
    String phoneNumber() {
        return phoneNumber;
    }

    String country() {
        return country;
    }
}
