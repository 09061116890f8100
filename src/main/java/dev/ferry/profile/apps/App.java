package dev.ferry.profile.apps;

import dev.ferry.profile.apps.dto.AppRecord;
import dev.ferry.profile.apps.dto.Choice;
import dev.ferry.profile.apps.dto.Link;
import dev.ferry.profile.apps.dto.Listing;
import dev.ferry.profile.apps.dto.Rating;
import dev.ferry.profile.apps.dto.Slug;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An app; what its readers and editors add (views, reviews, whether it is featured) is theirs and not here. */
@Entity
@Table(name = "apps")
class App {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "apps")
    @SequenceGenerator(name = "apps", sequenceName = "apps_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "source_id")
    private String sourceId = "";

    @Column(name = "name_en")
    private String nameEn = "";

    @Column(name = "name_ar")
    private @Nullable String nameAr;

    @Column(name = "slug")
    private String slug = "";

    @Column(name = "short_description_en")
    private @Nullable String shortDescriptionEn;

    @Column(name = "short_description_ar")
    private @Nullable String shortDescriptionAr;

    @Column(name = "description_en")
    private @Nullable String descriptionEn;

    @Column(name = "description_ar")
    private @Nullable String descriptionAr;

    @Column(name = "application_icon")
    private @Nullable String applicationIcon;

    @Column(name = "main_image_en")
    private @Nullable String mainImageEn;

    @Column(name = "main_image_ar")
    private @Nullable String mainImageAr;

    @Column(name = "google_play_link")
    private @Nullable String googlePlayLink;

    @Column(name = "app_store_link")
    private @Nullable String appStoreLink;

    @Column(name = "app_gallery_link")
    private @Nullable String appGalleryLink;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "screenshots_en")
    private List<String> screenshotsEn = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "screenshots_ar")
    private List<String> screenshotsAr = List.of();

    @Column(name = "avg_rating")
    private @Nullable BigDecimal avgRating;

    @Column(name = "sort_order")
    private int sortOrder;

    @Column(name = "status")
    private String status = "";

    @Column(name = "platform")
    private String platform = "";

    @SuppressWarnings("UnusedVariable") // Only Hibernate reads it.
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "developer_id")
    private @Nullable Developer developer;

    @Column(name = "created_at", insertable = false, updatable = false)
    private @Nullable Instant createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    private @Nullable Instant updatedAt;

    /** For JPA. */
    protected App() {}

    App(AppRecord source, @Nullable Developer developer) {
        Listing listing = new Listing(source);
        this.sourceId = source.id();
        this.nameEn = listing.englishName().value().orElse("");
        this.nameAr = listing.arabicName().value().orElse(null);
        this.slug = Slug.ofApp(nameEn, sourceId);
        this.shortDescriptionEn = source.shortDescriptionEn();
        this.shortDescriptionAr = source.shortDescriptionAr();
        this.descriptionEn = listing.englishDescription().value().orElse(null);
        this.descriptionAr = listing.arabicDescription().value().orElse(null);
        this.applicationIcon = address(listing.icon());
        this.mainImageEn = address(listing.englishImage());
        this.mainImageAr = address(listing.arabicImage());
        this.googlePlayLink = address(listing.googlePlay());
        this.appStoreLink = address(listing.appStore());
        this.appGalleryLink = address(listing.appGallery());
        this.screenshotsEn = addresses(listing.englishScreenshots());
        this.screenshotsAr = addresses(listing.arabicScreenshots());
        this.avgRating = listing.rating().value().flatMap(Rating::value).orElse(null);
        this.sortOrder = source.sort() == null ? 0 : source.sort();
        this.status = "Done".equals(source.status()) ? "published" : "draft";
        this.platform = platform(googlePlayLink != null || appGalleryLink != null, appStoreLink != null);
        this.developer = developer;
    }

    void giveSlug(String given) {
        slug = given;
    }

    String sourceId() {
        return sourceId;
    }

    String nameEn() {
        return nameEn;
    }

    String slug() {
        return slug;
    }

    @Nullable
    String googlePlayLink() {
        return googlePlayLink;
    }

    @Nullable
    String appStoreLink() {
        return appStoreLink;
    }

    @Nullable
    String appGalleryLink() {
        return appGalleryLink;
    }

    private static String platform(boolean android, boolean ios) {
        if (android && ios) {
            return "cross_platform";
        }
        return android ? "android" : ios ? "ios" : "web";
    }

    private static @Nullable String address(Choice<String> source) {
        return source.value().map(Link::of).flatMap(Link::address).orElse(null);
    }

    private static List<String> addresses(Choice<List<String>> source) {
        return source.value().stream()
                .flatMap(List::stream)
                .map(Link::of)
                .flatMap(link -> link.address().stream())
                .toList();
    }
}
