package dev.ferry.profile.classroom;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Someone who keeps the register; the source knows of none, so there is one by default. */
@Entity
@Table(name = "users")
class User extends SourceRow {
    @Column(name = "email")
    private String email = "";

    @Column(name = "name")
    private String name = "";

    @Column(name = "role")
    private String role = "";

    /** For JPA. */
    protected User() {}

    private User(String id, String email, String name, String role) {
        super(id);
        this.email = email;
        this.name = name;
        this.role = role;
    }

    /** The teacher of a register without users. */
    static User defaultTeacher() {
        // The domain is reserved, so that no mail ever goes there (RFC 2606, section 2).
        return new User("default-teacher-1", "default.teacher@classroom.invalid", "Default Teacher", "TEACHER");
    }

    String email() {
        return email;
    }
}
