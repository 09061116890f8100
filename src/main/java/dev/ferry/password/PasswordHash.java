package dev.ferry.password;

/** How passwords are hashed. */
public enum PasswordHash {
    /** bcrypt at cost 10; passwords over 72 bytes, which it would cut, are hashed with Argon2id. */
    BCRYPT,
    /** Argon2id with 19 MB, two passes and one lane. */
    ARGON2ID
}
