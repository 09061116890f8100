package dev.ferry.profile.subscriptions;

import dev.ferry.profile.NameUuid;
import dev.ferry.profile.NaturalKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A figure of the analytics. When it was measured is the database's own: {@code timestamp} is set where the row is new or
 * changes.
 */
@Entity
@Table(name = "analytics")
class Metric {
    @Id
    @Column(name = "id")
    private UUID id = new UUID(0, 0);

    @Column(name = "metric_name")
    private String metricName = "";

    @Column(name = "metric_type")
    private String metricType = "";

    @Column(name = "value")
    private BigDecimal value = BigDecimal.ZERO;

    @Column(name = "period")
    private String period = "";

    /** JSON text, written as {@code jsonb} writes it, so that equal tags have equal texts. */
    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "tags")
    private String tags = "{}";

    /** For JPA. */
    protected Metric() {}

    private Metric(UUID id, String metricName, String metricType, String period, String tags, BigDecimal value) {
        this.id = id;
        this.metricName = metricName;
        this.metricType = metricType;
        this.period = period;
        this.tags = tags;
        this.value = value;
    }

    /** A figure without a value yet. */
    static Metric zero(String metricName, String metricType, String period, String tags) {
        UUID id = NameUuid.of("subscriptions", "analytics", NaturalKey.of(metricName, metricType, period, tags));
        return new Metric(id, metricName, metricType, period, tags, BigDecimal.ZERO);
    }

    /** The same figure, greater by this much. */
    Metric plus(BigDecimal more) {
        return new Metric(id, metricName, metricType, period, tags, value.add(more));
    }

    String metricName() {
        return metricName;
    }

    String metricType() {
        return metricType;
    }

    String period() {
        return period;
    }

    String tags() {
        return tags;
    }

    BigDecimal value() {
        return value;
    }
}
