package dev.ferry.profile.school;

import dev.ferry.profile.NaturalKey;

/** What a user is, which is told by the V1 table that the user comes from. */
enum UserKind {
    SCHOOL("School", "schools", "SCHOOL_ADMIN", "admin"),
    TEACHER("Teacher", "teachers", "TEACHER", "teacher"),
    PARENT("Parent", "parents", "PARENT", "parent"),
    STUDENT("Student", "students", "STUDENT", "student");

    private final String section;
    private final String table;
    private final String role;
    private final String word;

    UserKind(String section, String table, String role, String word) {
        this.section = section;
        this.table = table;
        this.role = role;
        this.word = word;
    }

    /** The V1 table. */
    String section() {
        return section;
    }

    /** The table by whose name people know the records. */
    String table() {
        return table;
    }

    /** The name of the role, which is the type of the user too. */
    String role() {
        return role;
    }

    /** What is put into an e-mail address that another user has already. */
    String word() {
        return word;
    }

    /** The natural key of the user that a V1 row becomes. */
    NaturalKey key(String id) {
        return NaturalKey.of(section, id);
    }
}
