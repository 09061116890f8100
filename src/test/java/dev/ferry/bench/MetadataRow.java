package dev.ferry.bench;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A course's metadata as an application without Ferry would map it. */
@Entity
@Table(schema = "courses", name = "course_metadata")
class MetadataRow {
    @Id
    String courseCode = "";

    @Nullable
    String lastPeriodGathered;

    boolean lastPeriodFailed;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    List<String> relevantPeriods;

    @Nullable
    LocalDate lastScrapeDuringGracePeriod;
}
