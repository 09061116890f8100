package dev.ferry.bench;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A course as an application without Ferry would map it. */
@Entity
@Table(schema = "courses", name = "courses")
class CourseRow {
    @Id
    String instanceKey = "";

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "course_code")
    @Nullable
    MetadataRow metadata;

    @JdbcTypeCode(SqlTypes.JSON)
    String data = "";
}
