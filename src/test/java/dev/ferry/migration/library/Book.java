package dev.ferry.migration.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "books")
class Book {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "books")
    @SequenceGenerator(name = "books", sequenceName = "books_seq", allocationSize = 1000)
    private @Nullable Long id;

    @Column(name = "isbn")
    private String isbn = "";

    @Column(name = "shelf_mark")
    private @Nullable String shelfMark;

    @Column(name = "title")
    private String title = "";

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "publisher_id")
    private @Nullable Publisher publisher;

    @Enumerated(EnumType.STRING)
    @Column(name = "genre")
    private @Nullable Genre genre;

    @Column(name = "price")
    private @Nullable BigDecimal price;

    // Not a List: Hibernate 7.4 makes it JSON where another attribute of the same Java type is JSON.
    @Column(name = "topics")
    private String @Nullable [] topics;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "reviews")
    private @Nullable List<String> reviews;

    protected Book() {}

    Book(BookRecord dto, @Nullable Publisher publisher) {
        this.isbn = dto.isbn();
        this.shelfMark = dto.shelfMark();
        this.title = dto.title();
        this.publisher = publisher;
        this.genre = dto.genre();
        this.price = dto.price();
        List<String> topics = dto.topics();
        this.topics = topics == null ? null : topics.toArray(String[]::new);
        this.reviews = dto.reviews();
    }

    String isbn() {
        return isbn;
    }

    @Nullable
    String shelfMark() {
        return shelfMark;
    }
}
