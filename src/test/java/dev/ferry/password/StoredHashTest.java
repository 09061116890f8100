package dev.ferry.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.scrypt.SCryptPasswordEncoder;

/** Hashes that other programs made: libxcrypt, argon2-cffi, and Python's hashlib in the form of each framework. */
class StoredHashTest {
    private static final String PASSWORD = "corréct horse";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2b$04$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A.",
                "$2y$04$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A.",
                "$2a$04$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A.",
                "{bcrypt}$2a$04$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A.",
                "$argon2id$v=19$m=64,t=2,p=2$yMnKy8zNzs/Q0dLT1NXW1w$H7eAE99nRey4m3PldRfZg5A/na00bCdl",
                "$argon2i$v=19$m=64,t=2,p=2$yMnKy8zNzs/Q0dLT1NXW1w$qXKaD2AgWau3R1qr/zYEZlDXNUYX9GRY",
                "$argon2d$v=19$m=64,t=2,p=2$yMnKy8zNzs/Q0dLT1NXW1w$KxoKDgTaMNadVgwl4MgqPogG8JaeY6lZ",
                "$argon2i$v=16$m=64,t=2,p=1$yMnKy8zNzs/Q0dLT1NXW1w$t2Q6xRP8A8zp7RBVWVYZqevVF9tKggCoRM8exPUQIjU",
                "$argon2i$m=64,t=2,p=1$yMnKy8zNzs/Q0dLT1NXW1w$t2Q6xRP8A8zp7RBVWVYZqevVF9tKggCoRM8exPUQIjU",
                "{argon2@SpringSecurity_v5_8}$argon2id$v=19$m=64,t=2,p=2$yMnKy8zNzs/Q0dLT1NXW1w"
                        + "$H7eAE99nRey4m3PldRfZg5A/na00bCdl",
                "$scrypt$ln=10,r=8,p=1$yMnKy8zNzs/Q0dLT1NXW1w$pFwf1ao2BST61iQ/w70qjLG5thr6R014KqSwOAObz0I",
                "$s0$a0801$yMnKy8zNzs/Q0dLT1NXW1w==$pFwf1ao2BST61iQ/w70qjLG5thr6R014KqSwOAObz0I=",
                "{scrypt}$a0801$yMnKy8zNzs/Q0dLT1NXW1w==$pFwf1ao2BST61iQ/w70qjLG5thr6R014KqSwOAObz0I"
                        + "zk3WcVpmN2T0HFjxMjWIarqm1ouT99euwgkusPB4VPg==",
                "scrypt$1024$seasalt$8$1$cewmcxhtneDqCkE1UQSrcAZtFcs/lh0nQbj8f971ljqiSlxD8XltejF8EkG6K/5finbWeeCqnFIYwpVS"
                        + "Rcl02w==",
                "scrypt:1024:8:1$seasalt$71ec2673186d9de0ea0a41355104ab70066d15cb3f961d2741b8fc7fdef5963aa24a5c43f1796d7a31"
                        + "7c1241ba2bfe5f8a76d679e0aa9c5218c2955245c974db",
                "pbkdf2_sha256$1000$seasalt$GYPsLisEsszbHrPGSLZAUayJhTbiptdVv+vkyMFr7GY=",
                "pbkdf2_sha1$1000$seasalt$i5Xo0gh5fHTiRWTsiL0BYViYZFk=",
                "$pbkdf2$1000$yMnKy8zNzs/Q0dLT1NXW1w$9A.5vMA5OwF.ulmkpfTNuu5jqxw",
                "$pbkdf2-sha256$1000$yMnKy8zNzs/Q0dLT1NXW1w$4jMxFOjzkzV8Gx3haJ1W3jr0uikfXJg0oJXi.a0iee4",
                "$pbkdf2-sha512$1000$yMnKy8zNzs/Q0dLT1NXW1w$YdIv8hyXkjG3fRxswxwBgmndtlvT9kaXwUSxpyVTMP3rCprKJ7AUzhWOKSmH"
                        + "odnLyBHLK235fo5jsgP5zBHQ4w",
                "$pbkdf2-sha256$i=1000,l=32$yMnKy8zNzs/Q0dLT1NXW1w$4jMxFOjzkzV8Gx3haJ1W3jr0uikfXJg0oJXi+a0iee4",
                "pbkdf2:sha256:1000$seasalt$1983ec2e2b04b2ccdb1eb3c648b64051ac898536e2a6d755bfebe4c8c16bec66"
            })
    void a_password_matches_its_own_hash_and_no_other(String hash) {
        StoredHash stored = StoredHash.of(hash).orElseThrow();

        assertThat(stored.matches(PASSWORD)).isEqualTo(Match.YES);
        assertThat(stored.matches("correct horse")).isEqualTo(Match.NO);
        assertThat(stored.toString()).doesNotContain("H7eAE", "abcdefghijklmnopqrstuu", "[B@");
    }

    @Test
    void what_Spring_Security_makes_with_scrypt_is_read() {
        String hash = SCryptPasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);

        assertThat(StoredHash.of(hash).orElseThrow().matches(PASSWORD)).isEqualTo(Match.YES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2x$04$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A.",
                "$7$CU..../....saltsaltsalt$ypmXChU0VUvl.hR0mm9yhLK3oBPXAWRcitAJWjJ9UqB",
                "{pbkdf2}5d923b44a6d129f3ddf3e3c8d29412723dcbde72445e8ef6bf3b508fbf17fa4ed4d6b99ca763d8dc",
                "{pbkdf2@SpringSecurity_v5_8}5d923b44a6d129f3ddf3e3c8d29412723dcbde72445e8ef6bf3b508fbf17fa4ed4d6b99ca763d8dc"
                        + "5d923b44a6d129f3",
                "$argon2id$v=19$m=4294967295,t=1,p=1$yMnKy8zNzs/Q0dLT1NXW1w$H7eAE99nRey4m3PldRfZg5A/na00bCdl",
                "$argon2id$v=19$m=65536,t=4294967295,p=1$yMnKy8zNzs/Q0dLT1NXW1w$H7eAE99nRey4m3PldRfZg5A/na00bCdl",
                "$scrypt$ln=31,r=8,p=1$yMnKy8zNzs/Q0dLT1NXW1w$pFwf1ao2BST61iQ/w70qjLG5thr6R014KqSwOAObz0I",
                "pbkdf2_sha1$999999999$seasalt$i5Xo0gh5fHTiRWTsiL0BYViYZFk=",
                "$2b$31$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A."
            })
    void a_hash_that_cannot_be_computed_here_is_known_all_the_same(String hash) {
        assertThat(StoredHash.of(hash).orElseThrow().matches(PASSWORD)).isEqualTo(Match.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "$2b$04$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A",
                "$2b$04$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A.x",
                "$2b$04$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A.\n",
                "$2b$03$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A.",
                "$2b$32$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A.",
                "$2c$04$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A.",
                "$2b$4$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A.",
                "{scrypt}$2b$04$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A.",
                "{bcrypt} $2b$04$abcdefghijklmnopqrstuu3cQdrrZPWH8uMNr7ePK9KU8eOfe35A.",
                "$argon2x$v=19$m=64,t=2,p=2$yMnKy8zNzs/Q0dLT1NXW1w$H7eAE99nRey4m3PldRfZg5A/na00bCdl",
                "$argon2id$v=18$m=64,t=2,p=2$yMnKy8zNzs/Q0dLT1NXW1w$H7eAE99nRey4m3PldRfZg5A/na00bCdl",
                "$argon2id$v=19$m=15,t=2,p=2$yMnKy8zNzs/Q0dLT1NXW1w$H7eAE99nRey4m3PldRfZg5A/na00bCdl",
                "$argon2id$v=19$t=2,m=64,p=2$yMnKy8zNzs/Q0dLT1NXW1w$H7eAE99nRey4m3PldRfZg5A/na00bCdl",
                "$argon2id$v=19$m=64,t=2,p=256$yMnKy8zNzs/Q0dLT1NXW1w$H7eAE99nRey4m3PldRfZg5A/na00bCdl",
                "$argon2id$v=19$m=64,t=2,p=2$yMnKy8zNzs/Q0dLT1NXW1w",
                "$scrypt$ln=0,r=8,p=1$yMnKy8zNzs/Q0dLT1NXW1w$pFwf1ao2BST61iQ/w70qjLG5thr6R014KqSwOAObz0I",
                "scrypt:1023:8:1$seasalt$71ec2673186d9de0ea0a41355104ab70066d15cb3f961d2741b8fc7fdef5963aa24a5c43f1796d7a31"
                        + "7c1241ba2bfe5f8a76d679e0aa9c5218c2955245c974db",
                "scrypt$1024$seasalt$8$1$cewmcxhtneDqCkE1UQSrcAZtFcs=",
                "pbkdf2_sha256$1000$seasalt$i5Xo0gh5fHTiRWTsiL0BYViYZFk=",
                "pbkdf2_sha256$0$seasalt$GYPsLisEsszbHrPGSLZAUayJhTbiptdVv+vkyMFr7GY=",
                "pbkdf2_sha256$1000$$GYPsLisEsszbHrPGSLZAUayJhTbiptdVv+vkyMFr7GY=",
                "pbkdf2_md5$1000$seasalt$GYPsLisEsszbHrPGSLZAUayJhTbiptdVv+vkyMFr7GY=",
                "$pbkdf2-sha256$1000$yMnKy8zNzs/Q0dLT1NXW1w$4jMxFOjzkzV8Gx3haJ1W3jr0uikfXJg0oJXi+a0iee4",
                "pbkdf2:sha256:1000$seasalt$1983ec2e2b04b2ccdb1eb3c648b64051ac898536e2a6d755bfebe4c8c16bec6",
                "5d923b44a6d129f3ddf3e3c8d29412723dcbde72445e8ef6bf3b508fbf17fa4ed4d6b99ca763d8dc",
                "$6$saltsalt$qFmFH.bQmmtXzyBY0s9v7Oicd2z4XSIecDzlB5KiA2/jctKu9YterLp8wwnSq.qc.eoxqOmSuNp2xS0ktL3nh/"
            })
    void a_near_miss_is_no_hash(String text) {
        assertThat(StoredHash.of(text)).isEmpty();
    }

    @Test
    void a_long_text_is_not_looked_at() {
        assertThat(StoredHash.of("pbkdf2_sha256$".repeat(1_000_000))).isEmpty();
    }
}
