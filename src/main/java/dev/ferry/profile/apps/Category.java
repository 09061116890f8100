package dev.ferry.profile.apps;

import dev.ferry.profile.apps.dto.CategoryName;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A kind of app. */
@Entity
@Table(name = "categories")
class Category {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "categories")
    @SequenceGenerator(name = "categories", sequenceName = "categories_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "name_en")
    private String nameEn = "";

    @Column(name = "name_ar")
    private @Nullable String nameAr;

    @Column(name = "slug")
    private String slug = "";

    @Column(name = "icon")
    private @Nullable String icon;

    @Column(name = "created_at", insertable = false, updatable = false)
    private @Nullable Instant createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    private @Nullable Instant updatedAt;

    /** For JPA. */
    protected Category() {}

    private Category(String slug, String nameEn, @Nullable String icon) {
        this.slug = slug;
        this.nameEn = nameEn;
        this.nameAr = ArabicNames.ofCategory(slug).orElse(null);
        this.icon = icon;
    }

    /** A category that the source defines. */
    static Category defined(String name, @Nullable String icon) {
        CategoryName category = new CategoryName(name);
        return new Category(category.slug(), category.text(), icon);
    }

    /** A category that an app names. */
    static Category named(CategoryName category) {
        return new Category(category.slug(), category.capitalised(), null);
    }

    /** This category, with the icon of a later one where it has none. */
    Category filledFrom(Category later) {
        return new Category(slug, nameEn, icon == null ? later.icon : icon);
    }

    String nameEn() {
        return nameEn;
    }

    String slug() {
        return slug;
    }
}
