package dev.ferry.profile.classroom;

import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** A row that keeps the identifier which the source gives it. */
@MappedSuperclass
abstract class SourceRow extends Timestamped {
    @Id
    @Column(name = "id")
    private String id = "";

    /** For JPA. */
    protected SourceRow() {}

    SourceRow(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }
}
