package dev.ferry.migration.members;

import dev.ferry.profile.Password;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "members")
class Member {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "members")
    @SequenceGenerator(name = "members", sequenceName = "members_seq", allocationSize = 1000)
    private @Nullable Long id;

    @Column(name = "name")
    private String name = "";

    @Column(name = "email")
    private @Nullable String email;

    @Column(name = "password")
    private @Nullable String password;

    @Column(name = "is_password_set")
    private boolean isPasswordSet;

    protected Member() {}

    Member(MemberRecord dto) {
        name = dto.name();
        email = dto.email();
        Password said = Password.of(dto.password());
        if (said instanceof Password.Hashed hashed) {
            givePassword(hashed.hash());
        } else if (said instanceof Password.Digest digest) {
            password = digest.digits();
        }
    }

    void givePassword(String hash) {
        password = hash;
        isPasswordSet = true;
    }

    void giveEmail(@Nullable String given) {
        email = given;
    }

    String name() {
        return name;
    }

    @Nullable
    String email() {
        return email;
    }

    String login() {
        return String.valueOf(email);
    }
}
