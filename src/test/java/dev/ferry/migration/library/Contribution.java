package dev.ferry.migration.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who wrote what: a row of a link table, known by the two rows that it joins. */
@Entity
@IdClass(Contribution.Key.class)
@Table(name = "contributions")
class Contribution {
    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "book_id")
    private @Nullable Book book;

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "author_id")
    private @Nullable Author author;

    @Column(name = "place")
    private int place;

    protected Contribution() {}

    Contribution(Book book, Author author, int place) {
        this.book = book;
        this.author = author;
        this.place = place;
    }

    @Nullable
    Book book() {
        return book;
    }

    @Nullable
    Author author() {
        return author;
    }

    static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable Long book;
        private @Nullable Long author;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && Objects.equals(book, key.book) && Objects.equals(author, key.author);
        }

        @Override
        public int hashCode() {
            return Objects.hash(book, author);
        }
    }
}
