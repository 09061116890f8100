package dev.ferry.profile.classroom;

import dev.ferry.profile.classroom.dto.ClassRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A class. */
@Entity
@Table(name = "classes")
class SchoolClass extends SourceRow {
    @Column(name = "name")
    private String name = "";

    @Column(name = "subject")
    private String subject = "";

    @Column(name = "description")
    private String description = "";

    @Column(name = "room")
    private String room = "";

    @Column(name = "capacity")
    private @Nullable Integer capacity;

    @Column(name = "color")
    private String color = "";

    @Column(name = "created_date")
    private @Nullable LocalDate createdDate;

    /** For JPA. */
    protected SchoolClass() {}

    SchoolClass(ClassRecord dto) {
        super(dto.id());
        this.name = dto.name();
        this.subject = dto.subject();
        this.description = dto.description();
        this.room = dto.room();
        this.capacity = dto.capacity();
        this.color = dto.color();
        this.createdDate = dto.createdDate();
    }
}
