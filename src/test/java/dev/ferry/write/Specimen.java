package dev.ferry.write;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An entity with an attribute of each type. */
@Entity
@Table(name = "specimens")
class Specimen {
    static final String[] DDL = {
        "CREATE SEQUENCE specimens_seq INCREMENT 3",
        "CREATE TYPE kind AS ENUM ('PLAIN', 'ODD')",
        "CREATE DOMAIN short_text AS varchar(5) CHECK (VALUE <> 'bad')",
        """
        CREATE TABLE specimens (id bigint PRIMARY KEY, text text, bounded varchar(5), padded char(5), letter char(1),
          domain_text short_text, small smallint, number integer, large bigint, counted numeric, flag boolean, single real,
          real_number double precision, amount numeric, price numeric(8, 3), day date, hour time, local timestamp,
          moment timestamptz, at timestamptz, uuid uuid, bytes bytea, json jsonb, list jsonb, kind kind,
          name varchar(9), texts text[], names varchar(5)[], numbers integer[], code text, street text, town text,
          created timestamptz NOT NULL DEFAULT '2020-01-01 00:00:00Z')
        """
    };

    enum Kind {
        PLAIN,
        ODD
    }

    @Embeddable
    record Place(@Nullable String street, @Nullable String town) {}

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "specimens")
    @SequenceGenerator(name = "specimens", sequenceName = "specimens_seq", allocationSize = 3)
    @Nullable
    Long id;

    @Nullable
    String text;

    @Nullable
    String bounded;

    @Nullable
    String padded;

    @Nullable
    Character letter;

    @Column(name = "domain_text")
    @Nullable
    String domainText;

    @Nullable
    Short small;

    @Nullable
    Integer number;

    @Nullable
    Long large;

    @Nullable
    BigInteger counted;

    @Nullable
    Boolean flag;

    @Nullable
    Float single;

    @Column(name = "real_number")
    @Nullable
    Double real;

    @Nullable
    BigDecimal amount;

    @Nullable
    BigDecimal price;

    @Nullable
    LocalDate day;

    @Nullable
    LocalTime hour;

    @Nullable
    LocalDateTime local;

    @Nullable
    Instant moment;

    @Nullable
    OffsetDateTime at;

    @Nullable
    UUID uuid;

    byte @Nullable [] bytes;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    String json;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    List<String> list;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    @Nullable
    Kind kind;

    @Enumerated(EnumType.STRING)
    @Nullable
    Kind name;

    @Nullable
    String @Nullable [] texts;

    String @Nullable [] names;

    Integer @Nullable [] numbers;

    @Convert(converter = Doubled.class)
    @Nullable
    String code;

    @Nullable
    Place place;

    @Column(insertable = false, updatable = false)
    @Nullable
    Instant created;

    Specimen() {}

    Specimen(@Nullable String text) {
        this.text = text;
    }

    static class Doubled implements AttributeConverter<String, String> {
        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable String code) {
            return code == null ? "none" : code + code;
        }

        @Override
        public @Nullable String convertToEntityAttribute(@Nullable String column) {
            return column;
        }
    }
}
