package dev.ferry.profile.apps;

import dev.ferry.profile.apps.dto.Choice;
import dev.ferry.profile.apps.dto.Link;
import dev.ferry.profile.apps.dto.Listing;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who makes apps. */
@Entity
@Table(name = "developers")
class Developer {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "developers")
    @SequenceGenerator(name = "developers", sequenceName = "developers_seq", allocationSize = 50)
    private @Nullable Long id;

    @Column(name = "name_en")
    private String nameEn = "";

    @Column(name = "name_ar")
    private @Nullable String nameAr;

    @Column(name = "website")
    private @Nullable String website;

    @Column(name = "logo_url")
    private @Nullable String logoUrl;

    @Column(name = "created_at", insertable = false, updatable = false)
    private @Nullable Instant createdAt;

    @Column(name = "updated_at", insertable = false, updatable = false)
    private @Nullable Instant updatedAt;

    /** For JPA. */
    protected Developer() {}

    private Developer(String nameEn, @Nullable String nameAr, @Nullable String website, @Nullable String logoUrl) {
        this.nameEn = nameEn;
        this.nameAr = nameAr;
        this.website = website;
        this.logoUrl = logoUrl;
    }

    /** The developer that an app names, if it names one. */
    static Optional<Developer> of(Listing listing) {
        return listing.developer()
                .map(name -> new Developer(
                        name,
                        listing.arabicDeveloper().orElse(null),
                        address(listing.developerWebsite()),
                        address(listing.developerLogo())));
    }

    /** This developer, with what only a later app tells. */
    Developer filledFrom(Developer later) {
        return new Developer(
                nameEn,
                nameAr == null ? later.nameAr : nameAr,
                website == null ? later.website : website,
                logoUrl == null ? later.logoUrl : logoUrl);
    }

    String nameEn() {
        return nameEn;
    }

    private static @Nullable String address(Choice<String> source) {
        return source.value().map(Link::of).flatMap(Link::address).orElse(null);
    }
}
