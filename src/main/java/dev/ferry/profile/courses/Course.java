package dev.ferry.profile.courses;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One instance of a course, with its evaluations as the source has them. */
@Entity
@Table(name = "courses")
class Course {
    @Id
    @Column(name = "instance_key")
    private String instanceKey = "";

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "course_code")
    private @Nullable CourseMetadata metadata;

    /** JSON text: kept as it stands, so that no number changes on its way. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "data")
    private String data = "{}";

    @Column(name = "created_at", insertable = false, updatable = false)
    private @Nullable Instant createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    private @Nullable Instant updatedAt;

    /** For JPA. */
    protected Course() {}

    Course(String instanceKey, CourseMetadata metadata, String data) {
        this.instanceKey = instanceKey;
        this.metadata = metadata;
        this.data = data;
    }

    String instanceKey() {
        return instanceKey;
    }
}
