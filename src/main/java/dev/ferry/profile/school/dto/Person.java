package dev.ferry.profile.school.dto;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What V1 says of a person who becomes a user; a student has no login of their own, so there is less. */
public interface Person extends NameFields {
    /** The identifier, unique among persons of its table. */
    String id();

    /** The school. */
    String schoolId();

    /** A picture's address. */
    @Nullable
    String profileImage();

    /** Whether V1 holds it for deleted. */
    boolean deleted();

    /** The e-mail address as it stands. */
    default @Nullable String email() {
        return null;
    }

    /** The telephone number as it stands. */
    default @Nullable String phoneNumber() {
        return null;
    }

    /** The password, in whatever form. */
    default @Nullable String password() {
        return null;
    }

    /** Whether the person may not log in. */
    default @Nullable Boolean isLoginBarred() {
        return null;
    }

    /** When the person logged in last. */
    default @Nullable Instant lastLoggedIn() {
        return null;
    }
}
