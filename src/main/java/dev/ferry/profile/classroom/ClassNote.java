package dev.ferry.profile.classroom;

import dev.ferry.profile.classroom.dto.ClassNoteRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What was done in a class on one day. */
@Entity
@Table(name = "class_notes")
class ClassNote extends SourceRow {
    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "class_id")
    private @Nullable SchoolClass schoolClass;

    @Column(name = "date")
    private @Nullable LocalDate date;

    @Column(name = "content")
    private String content = "";

    @Column(name = "topics")
    private String @Nullable [] topics;

    @Column(name = "homework")
    private @Nullable String homework;

    @Column(name = "objectives")
    private @Nullable String objectives;

    @Column(name = "created_date")
    private @Nullable LocalDate createdDate;

    @Column(name = "updated_date")
    private @Nullable LocalDate updatedDate;

    /** For JPA. */
    protected ClassNote() {}

    ClassNote(ClassNoteRecord dto, SchoolClass schoolClass) {
        super(dto.id());
        this.schoolClass = schoolClass;
        this.date = dto.date();
        this.content = dto.content();
        this.topics = Texts.array(dto.topics());
        this.homework = dto.homework();
        this.objectives = dto.objectives();
        this.createdDate = dto.createdDate();
        this.updatedDate = dto.updatedDate();
    }
}
