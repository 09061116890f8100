package dev.ferry.password;

/** How passwords are hashed. */
public enum PasswordHash {
    /** bcrypt at cost 10. */
    BCRYPT,
    /** Argon2id. */
    ARGON2ID
}
