package dev.ferry.profile.apps;

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

/** That an app is in a category. */
@Entity
@IdClass(AppCategory.Key.class)
@Table(name = "app_categories")
class AppCategory {
    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "app_id")
    private @Nullable App app;

    @Id
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "category_id")
    private @Nullable Category category;

    /** For JPA. */
    protected AppCategory() {}

    AppCategory(App app, Category category) {
        this.app = app;
        this.category = category;
    }

    @Nullable
    App app() {
        return app;
    }

    @Nullable
    Category category() {
        return category;
    }

    /** Both rows' identifiers. */
    static final class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private @Nullable Long app;
        private @Nullable Long category;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && Objects.equals(app, key.app) && Objects.equals(category, key.category);
        }

        @Override
        public int hashCode() {
            return Objects.hash(app, category);
        }
    }
}
