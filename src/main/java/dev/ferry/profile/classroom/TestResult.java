package dev.ferry.profile.classroom;

import dev.ferry.profile.classroom.dto.TestResultRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one student got for a test. */
@Entity
@Table(name = "test_results")
class TestResult extends SourceRow {
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "test_id")
    private @Nullable Test test;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "student_id")
    private @Nullable Student student;

    @Column(name = "score")
    private @Nullable BigDecimal score;

    @Column(name = "max_score")
    private @Nullable BigDecimal maxScore;

    @Column(name = "percentage")
    private @Nullable BigDecimal percentage;

    @Column(name = "grade")
    private String grade = "";

    @Column(name = "feedback")
    private @Nullable String feedback;

    @Column(name = "submitted_date")
    private @Nullable LocalDate submittedDate;

    @Column(name = "graded_date")
    private @Nullable LocalDate gradedDate;

    @Column(name = "created_date")
    private @Nullable LocalDate createdDate;

    @Column(name = "updated_date")
    private @Nullable LocalDate updatedDate;

    /** For JPA. */
    protected TestResult() {}

    TestResult(TestResultRecord dto, Test test, Student student) {
        super(dto.id());
        this.test = test;
        this.student = student;
        this.score = dto.score();
        this.maxScore = dto.maxScore();
        this.percentage = dto.percentage();
        this.grade = dto.grade();
        this.feedback = dto.feedback();
        this.submittedDate = dto.submittedDate();
        this.gradedDate = dto.gradedDate();
        this.createdDate = dto.createdDate();
        this.updatedDate = dto.updatedDate();
    }

    @Nullable
    Test test() {
        return test;
    }

    @Nullable
    Student student() {
        return student;
    }
}
