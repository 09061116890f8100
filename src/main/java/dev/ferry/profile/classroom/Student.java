package dev.ferry.profile.classroom;

import dev.ferry.profile.classroom.dto.StudentRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A student. */
@Entity
@Table(name = "students")
class Student extends SourceRow {
    @Column(name = "name")
    private String name = "";

    @Column(name = "email")
    private String email = "";

    @Column(name = "phone")
    private String phone = "";

    @Column(name = "grade")
    private String grade = "";

    @Column(name = "parent_contact")
    private String parentContact = "";

    @Column(name = "enrollment_date")
    private @Nullable LocalDate enrollmentDate;

    /** For JPA. */
    protected Student() {}

    Student(StudentRecord dto) {
        super(dto.id());
        this.name = dto.name();
        this.email = dto.email();
        this.phone = dto.phone();
        this.grade = dto.grade();
        this.parentContact = dto.parentContact();
        this.enrollmentDate = dto.enrollmentDate();
    }
}
