package dev.ferry.profile.classroom;

import dev.ferry.profile.classroom.dto.AssignmentRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Homework that a class is given. */
@Entity
@Table(name = "homework_assignments")
class Assignment extends SourceRow {
    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "class_id")
    private @Nullable SchoolClass schoolClass;

    @Column(name = "title")
    private String title = "";

    @Column(name = "description")
    private String description = "";

    @Column(name = "assigned_date")
    private @Nullable LocalDate assignedDate;

    @Column(name = "due_date")
    private @Nullable LocalDate dueDate;

    @Column(name = "total_points")
    private @Nullable BigDecimal totalPoints;

    @Column(name = "instructions")
    private @Nullable String instructions;

    @Column(name = "resources")
    private String @Nullable [] resources;

    @Column(name = "created_date")
    private @Nullable LocalDate createdDate;

    @Column(name = "updated_date")
    private @Nullable LocalDate updatedDate;

    /** For JPA. */
    protected Assignment() {}

    Assignment(AssignmentRecord dto, SchoolClass schoolClass) {
        super(dto.id());
        this.schoolClass = schoolClass;
        this.title = dto.title();
        this.description = dto.description();
        this.assignedDate = dto.assignedDate();
        this.dueDate = dto.dueDate();
        this.totalPoints = dto.totalPoints();
        this.instructions = dto.instructions();
        this.resources = Texts.array(dto.resources());
        this.createdDate = dto.createdDate();
        this.updatedDate = dto.updatedDate();
    }
}
