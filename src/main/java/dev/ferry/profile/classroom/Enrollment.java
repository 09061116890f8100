package dev.ferry.profile.classroom;

import dev.ferry.profile.NameUuid;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.classroom.dto.ClassRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That a student is enrolled in a class. */
@Entity
@Table(name = Enrollment.TABLE)
class Enrollment extends Timestamped {
    static final String TABLE = "class_enrollments";

    @Id
    @Column(name = "id")
    private @Nullable UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "class_id")
    private @Nullable SchoolClass schoolClass;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "student_id")
    private @Nullable Student student;

    /** For JPA. */
    protected Enrollment() {}

    Enrollment(ClassRecord.Enrollment dto, SchoolClass schoolClass, Student student) {
        this.id = NameUuid.of(ClassroomProfile.NAME, TABLE, NaturalKey.of(dto.classId(), dto.studentId()));
        this.schoolClass = schoolClass;
        this.student = student;
    }

    @Nullable
    SchoolClass schoolClass() {
        return schoolClass;
    }

    @Nullable
    Student student() {
        return student;
    }
}
