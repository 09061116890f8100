package dev.ferry.profile.classroom;

import dev.ferry.profile.classroom.dto.ScheduleExceptionRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A day on which a class does not meet as its schedule says. */
@Entity
@Table(name = "schedule_exceptions")
class ScheduleException extends SourceRow {
    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "schedule_id")
    private @Nullable Schedule schedule;

    @Column(name = "date")
    private @Nullable LocalDate date;

    @Column(name = "start_time")
    private @Nullable LocalTime startTime;

    @Column(name = "end_time")
    private @Nullable LocalTime endTime;

    @Column(name = "cancelled")
    private boolean cancelled;

    @Column(name = "created_date")
    private @Nullable LocalDate createdDate;

    /** For JPA. */
    protected ScheduleException() {}

    ScheduleException(ScheduleExceptionRecord dto, Schedule schedule) {
        super(dto.id());
        this.schedule = schedule;
        this.date = dto.date();
        this.startTime = dto.startTime();
        this.endTime = dto.endTime();
        this.cancelled = Boolean.TRUE.equals(dto.cancelled());
        this.createdDate = dto.createdDate();
    }
}
