package dev.ferry.profile.classroom;

import dev.ferry.profile.classroom.dto.ScheduleRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** When a class meets each week. */
@Entity
@Table(name = "schedules")
class Schedule extends SourceRow {
    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "class_id")
    private @Nullable SchoolClass schoolClass;

    @Column(name = "day_of_week")
    private @Nullable Integer dayOfWeek;

    @Column(name = "start_time")
    private @Nullable LocalTime startTime;

    @Column(name = "end_time")
    private @Nullable LocalTime endTime;

    /** For JPA. */
    protected Schedule() {}

    Schedule(ScheduleRecord dto, SchoolClass schoolClass) {
        super(dto.id());
        this.schoolClass = schoolClass;
        this.dayOfWeek = dto.dayOfWeek();
        this.startTime = dto.startTime();
        this.endTime = dto.endTime();
    }
}
