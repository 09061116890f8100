package dev.ferry.profile.apps.dto;

import dev.ferry.profile.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An app, whatever generation its record is of. Every value of the record may be null. */
public record Listing(AppRecord app) {
    /** The English name in one spelling; {@code Name_En} or the first part of {@code name}. */
    public Choice<String> englishName() {
        return Choice.of("Name_En", folded(app.nameEn()))
                .or("name", early().flatMap(BilingualName::english).orElse(null));
    }

    /** The Arabic name; {@code Name_Ar} or the second part of {@code name}. */
    public Choice<String> arabicName() {
        return Choice.of("Name_Ar", folded(app.nameAr()))
                .or("name", early().flatMap(BilingualName::arabic).orElse(null));
    }

    /** The English description. */
    public Choice<String> englishDescription() {
        return Choice.of("Description_En", app.descriptionEn())
                .or("description.en", described().map(Description::en).orElse(null));
    }

    /** The Arabic description. */
    public Choice<String> arabicDescription() {
        return Choice.of("Description_Ar", app.descriptionAr())
                .or("description.ar", described().map(Description::ar).orElse(null));
    }

    /** The average rating. */
    public Choice<Rating> rating() {
        return Choice.of("Apps_Avg_Rating", app.averageRating()).or("rating", app.rating());
    }

    /** The main image for English. */
    public Choice<String> englishImage() {
        return Choice.of("mainImage_en", app.mainImageEn()).or("mainImage", app.mainImage());
    }

    /** The main image for Arabic. */
    public Choice<String> arabicImage() {
        return Choice.of("mainImage_ar", app.mainImageAr()).or("mainImage", app.mainImage());
    }

    /** The screenshots for English. */
    public Choice<List<String>> englishScreenshots() {
        return Choice.of("screenshots_en", app.screenshotsEn()).or("screenshots", app.screenshots());
    }

    /** The screenshots for Arabic. */
    public Choice<List<String>> arabicScreenshots() {
        return Choice.of("screenshots_ar", app.screenshotsAr()).or("screenshots", app.screenshots());
    }

    /** The icon. */
    public Choice<String> icon() {
        return Choice.of("applicationIcon", app.applicationIcon());
    }

    /** The address in Google's store. */
    public Choice<String> googlePlay() {
        return Choice.of("Google_Play_Link", app.googlePlay()).or("googlePlayLink", app.earlyGooglePlay());
    }

    /** The address in Apple's store. */
    public Choice<String> appStore() {
        return Choice.of("AppStore_Link", app.appStore()).or("appStoreLink", app.earlyAppStore());
    }

    /** The address in Huawei's store. */
    public Choice<String> appGallery() {
        return Choice.of("App_Gallery_Link", app.appGallery()).or("huaweiAppGalleryLink", app.earlyAppGallery());
    }

    /** The developer's English name as it stands, maybe a placeholder. */
    public Choice<String> developerField() {
        return Choice.of("Developer_Name_En", app.developerNameEn()).or("developerName", app.developerName());
    }

    /** The developer's English name in one spelling, by which developers are told apart. */
    public Optional<String> developer() {
        return developerField().value().flatMap(Listing::developerName);
    }

    /** The developer's Arabic name. */
    public Optional<String> arabicDeveloper() {
        return Optional.ofNullable(app.developerNameAr()).flatMap(Listing::developerName);
    }

    /** The developer's site. */
    public Choice<String> developerWebsite() {
        return Choice.of("Developer_Website", app.developerWebsite());
    }

    /** The developer's logo. */
    public Choice<String> developerLogo() {
        return Choice.of("Developer_Logo", app.developerLogo());
    }

    /** The categories that the app names, each once, at its first mention. */
    public List<Part<CategoryMention>> mentions() {
        Set<String> slugs = new HashSet<>();
        return allMentions().stream()
                .filter(part -> slugs.add(part.value().category().slug()))
                .toList();
    }

    /** The paths at which the app names a category that it has named before. */
    public List<String> repeatedMentions() {
        Set<String> slugs = new HashSet<>();
        return allMentions().stream()
                .filter(part -> !slugs.add(part.value().category().slug()))
                .map(Part::path)
                .toList();
    }

    /** The paths of fields that do not count since another generation's field does. */
    public List<String> superseded() {
        Set<String> counting = new HashSet<>();
        choices().flatMap(choice -> choice.field().stream()).map(Field::path).forEach(counting::add);
        return choices()
                .flatMap(choice -> choice.given().stream())
                .<String>map(Field::path)
                .filter(path -> !counting.contains(path))
                .distinct()
                .toList();
    }

    private Stream<? extends Choice<?>> choices() {
        return Stream.of(
                englishName(),
                arabicName(),
                englishDescription(),
                arabicDescription(),
                rating(),
                englishImage(),
                arabicImage(),
                englishScreenshots(),
                arabicScreenshots(),
                googlePlay(),
                appStore(),
                appGallery(),
                developerField());
    }

    private List<Part<CategoryMention>> allMentions() {
        List<Part<CategoryMention>> mentions = new ArrayList<>();
        List<String> names = app.categories() == null ? List.of() : app.categories();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            // An element that was no text is null here, and told of where the record is checked.
            if (name != null && new CategoryName(name).isValid()) {
                mentions.add(new Part<>("categories." + i, new CategoryMention(app.id(), new CategoryName(name))));
            }
        }
        return mentions;
    }

    private Optional<BilingualName> early() {
        return Optional.ofNullable(app.name()).map(BilingualName::of);
    }

    private Optional<Description> described() {
        return Optional.ofNullable(app.description());
    }

    private static Optional<String> developerName(String name) {
        return Placeholder.is(name) ? Optional.empty() : Folded.name(name);
    }

    private static @Nullable String folded(@Nullable String name) {
        return Folded.name(name).orElse(null);
    }
}
