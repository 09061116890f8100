package dev.ferry.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Spring Security is the judge: an application that uses it must let people in. */
class HasherTest {
    private static final String PASSWORD = "Zoë's pass-word";

    @Test
    void a_bcrypt_hash_of_cost_10_is_one_that_Spring_Security_accepts() {
        String hash = new Hasher(PasswordHash.BCRYPT).hash(PASSWORD);

        assertThat(hash).startsWith("$2a$10$").hasSize(60);
        judged(new BCryptPasswordEncoder(), hash, PASSWORD);
    }

    @Test
    void an_Argon2id_hash_is_one_that_Spring_Security_accepts() {
        String hash = new Hasher(PasswordHash.ARGON2ID).hash(PASSWORD);

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        judged(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(), hash, PASSWORD);
    }

    /** 36 letters of two bytes: bcrypt would take the first 72 bytes for the whole. */
    @Test
    void a_password_that_bcrypt_would_cut_is_hashed_with_Argon2id_instead() {
        String fits = "é".repeat(36);
        String longer = fits + "x";

        assertThat(new Hasher(PasswordHash.BCRYPT).hash(fits)).startsWith("$2a$");
        String hash = new Hasher(PasswordHash.BCRYPT).hash(longer);
        assertThat(hash).startsWith("$argon2id$");
        judged(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(), hash, longer);
        assertThat(StoredHash.of(hash).orElseThrow().matches(fits)).isEqualTo(Match.NO);
    }

    @ParameterizedTest
    @EnumSource(PasswordHash.class)
    void two_hashes_of_one_password_differ_and_both_match(PasswordHash algorithm) {
        Hasher hasher = new Hasher(algorithm);
        String one = hasher.hash(PASSWORD);
        String other = hasher.hash(PASSWORD);

        assertThat(one).isNotEqualTo(other);
        assertThat(StoredHash.of(one).orElseThrow().matches(PASSWORD)).isEqualTo(Match.YES);
        assertThat(StoredHash.of(other).orElseThrow().matches(PASSWORD)).isEqualTo(Match.YES);
        assertThat(StoredHash.of(other).orElseThrow().matches("zoë's pass-word"))
                .isEqualTo(Match.NO);
    }

    @ParameterizedTest
    @EnumSource(PasswordHash.class)
    void the_placeholder_of_a_rehearsal_has_the_shape_of_a_hash(PasswordHash algorithm) {
        Hasher hasher = new Hasher(algorithm);

        assertThat(hasher.placeholder()).hasSameSizeAs(hasher.hash(PASSWORD));
        assertThat(StoredHash.of(hasher.placeholder())).isPresent();
    }

    private static void judged(PasswordEncoder judge, String hash, String password) {
        assertThat(judge.matches(password, hash)).isTrue();
        assertThat(judge.matches(password + "x", hash)).isFalse();
    }
}
