package dev.ferry.profile.classroom;

import dev.ferry.profile.NameUuid;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.classroom.dto.AttendanceRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether one student was there when a class met. */
@Entity
@Table(name = AttendanceEntry.TABLE)
class AttendanceEntry extends Timestamped {
    static final String TABLE = "attendance_entries";

    @Id
    @Column(name = "id")
    private @Nullable UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "attendance_record_id")
    private @Nullable Attendance attendance;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "student_id")
    private @Nullable Student student;

    @Column(name = "status")
    private String status = "";

    @Column(name = "notes")
    private @Nullable String notes;

    /** For JPA. */
    protected AttendanceEntry() {}

    AttendanceEntry(AttendanceRecord.Entry dto, Attendance attendance, Student student) {
        AttendanceRecord.Mark mark = dto.mark();
        this.id = NameUuid.of(ClassroomProfile.NAME, TABLE, NaturalKey.of(dto.recordId(), mark.studentId()));
        this.attendance = attendance;
        this.student = student;
        this.status = mark.status();
        this.notes = mark.notes();
    }

    @Nullable
    Attendance attendance() {
        return attendance;
    }

    @Nullable
    Student student() {
        return student;
    }
}
