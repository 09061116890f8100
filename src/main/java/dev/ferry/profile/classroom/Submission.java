package dev.ferry.profile.classroom;

import dev.ferry.profile.classroom.dto.SubmissionRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one student did of a homework. */
@Entity
@Table(name = "homework_submissions")
class Submission extends SourceRow {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "assignment_id")
    private @Nullable Assignment assignment;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "student_id")
    private @Nullable Student student;

    @Column(name = "submitted_date")
    private @Nullable LocalDate submittedDate;

    @Column(name = "score")
    private @Nullable BigDecimal score;

    @Column(name = "max_score")
    private @Nullable BigDecimal maxScore;

    @Column(name = "grade")
    private @Nullable String grade;

    @Column(name = "feedback")
    private @Nullable String feedback;

    @Column(name = "status")
    private String status = "";

    @Column(name = "submission_notes")
    private @Nullable String submissionNotes;

    @Column(name = "graded_date")
    private @Nullable LocalDate gradedDate;

    @Column(name = "created_date")
    private @Nullable LocalDate createdDate;

    @Column(name = "updated_date")
    private @Nullable LocalDate updatedDate;

    /** For JPA. */
    protected Submission() {}

    Submission(SubmissionRecord dto, Assignment assignment, Student student) {
        super(dto.id());
        this.assignment = assignment;
        this.student = student;
        this.submittedDate = dto.submittedDate();
        this.score = dto.score();
        this.maxScore = dto.maxScore();
        this.grade = dto.grade();
        this.feedback = dto.feedback();
        this.status = dto.status();
        this.submissionNotes = dto.submissionNotes();
        this.gradedDate = dto.gradedDate();
        this.createdDate = dto.createdDate();
        this.updatedDate = dto.updatedDate();
    }

    @Nullable
    Assignment assignment() {
        return assignment;
    }

    @Nullable
    Student student() {
        return student;
    }
}
