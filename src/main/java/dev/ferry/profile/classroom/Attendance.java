package dev.ferry.profile.classroom;

import dev.ferry.profile.classroom.dto.AttendanceRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** That it was noted who was there when a class met. */
@Entity
@Table(name = "attendance_records")
class Attendance extends SourceRow {
    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "class_id")
    private @Nullable SchoolClass schoolClass;

    @Column(name = "date")
    private @Nullable LocalDate date;

    @Column(name = "created_date")
    private @Nullable LocalDate createdDate;

    @Column(name = "updated_date")
    private @Nullable LocalDate updatedDate;

    /** For JPA. */
    protected Attendance() {}

    Attendance(AttendanceRecord dto, SchoolClass schoolClass) {
        super(dto.id());
        this.schoolClass = schoolClass;
        this.date = dto.date();
        this.createdDate = dto.createdDate();
        this.updatedDate = dto.updatedDate();
    }
}
