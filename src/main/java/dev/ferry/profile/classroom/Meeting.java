package dev.ferry.profile.classroom;

import dev.ferry.profile.classroom.dto.MeetingRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A meeting with students, parents or teachers. */
@Entity
@Table(name = "meetings")
class Meeting extends SourceRow {
    @Column(name = "title")
    private String title = "";

    @Column(name = "description")
    private String description = "";

    @Column(name = "date")
    private @Nullable LocalDate date;

    @Column(name = "start_time")
    private @Nullable LocalTime startTime;

    @Column(name = "end_time")
    private @Nullable LocalTime endTime;

    @Column(name = "participants")
    private String @Nullable [] participants;

    @Column(name = "participant_type")
    private String participantType = "";

    @Column(name = "location")
    private String location = "";

    @Column(name = "meeting_type")
    private String meetingType = "";

    @Column(name = "status")
    private String status = "";

    @Column(name = "created_date")
    private @Nullable LocalDate createdDate;

    @Column(name = "notes")
    private @Nullable String notes;

    /** For JPA. */
    protected Meeting() {}

    Meeting(MeetingRecord dto) {
        super(dto.id());
        this.title = dto.title();
        this.description = dto.description();
        this.date = dto.date();
        this.startTime = dto.startTime();
        this.endTime = dto.endTime();
        this.participants = Texts.array(dto.participants());
        this.participantType = dto.participantType();
        this.location = dto.location();
        this.meetingType = dto.meetingType();
        this.status = dto.status();
        this.createdDate = dto.createdDate();
        this.notes = dto.notes();
    }
}
