package dev.ferry.profile.classroom;

import dev.ferry.profile.classroom.dto.TestRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A test that a class takes. */
@Entity
@Table(name = "tests")
class Test extends SourceRow {
    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "class_id")
    private @Nullable SchoolClass schoolClass;

    @Column(name = "title")
    private String title = "";

    @Column(name = "description")
    private String description = "";

    @Column(name = "test_date")
    private @Nullable LocalDate testDate;

    @Column(name = "test_time")
    private @Nullable LocalTime testTime;

    @Column(name = "total_points")
    private @Nullable BigDecimal totalPoints;

    @Column(name = "test_type")
    private String testType = "";

    @Column(name = "file_name")
    private @Nullable String fileName;

    @Column(name = "file_url")
    private @Nullable String fileUrl;

    @Column(name = "created_date")
    private @Nullable LocalDate createdDate;

    @Column(name = "updated_date")
    private @Nullable LocalDate updatedDate;

    /** For JPA. */
    protected Test() {}

    Test(TestRecord dto, SchoolClass schoolClass) {
        super(dto.id());
        this.schoolClass = schoolClass;
        this.title = dto.title();
        this.description = dto.description();
        this.testDate = dto.testDate();
        this.testTime = dto.testTime();
        this.totalPoints = dto.totalPoints();
        this.testType = dto.testType();
        this.fileName = dto.fileName();
        this.fileUrl = dto.fileUrl();
        this.createdDate = dto.createdDate();
        this.updatedDate = dto.updatedDate();
    }
}
