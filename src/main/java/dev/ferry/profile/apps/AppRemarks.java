package dev.ferry.profile.apps;

import dev.ferry.profile.Remark;
import dev.ferry.profile.apps.dto.AppRecord;
import dev.ferry.profile.apps.dto.Choice;
import dev.ferry.profile.apps.dto.Field;
import dev.ferry.profile.apps.dto.Link;
import dev.ferry.profile.apps.dto.Listing;
import dev.ferry.profile.apps.dto.Placeholder;
import dev.ferry.profile.apps.dto.Rating;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a user should know of an app that keeps all constraints. */
final class AppRemarks {
    /** For a category that no {@code categories} section defines. */
    static final Remark UNDEFINED_CATEGORY = new Remark(
            "",
            "undefined-category",
            "the source has no valid definition of such a category: it is created where there is none, with this name and no icon");

    static final Remark REPEATED_CATEGORY = new Remark(
            "",
            "defined-twice",
            "the source defines the category before: what the first definition says stands, and this one fills its gaps");

    private final Listing listing;

    /** A set, since one field may give two columns. */
    private final Set<Remark> remarks = new LinkedHashSet<>();

    private AppRemarks(AppRecord app) {
        this.listing = new Listing(app);
    }

    static List<Remark> of(AppRecord app) {
        return new AppRemarks(app).all();
    }

    private List<Remark> all() {
        listing.superseded()
                .forEach(path -> add(path, "superseded", "is not kept: the field of a later generation is there too"));
        developer();
        addresses().flatMap(choice -> choice.field().stream()).forEach(this::address);
        Stream.of(listing.englishScreenshots(), listing.arabicScreenshots())
                .flatMap(choice -> choice.field().stream())
                .forEach(this::screenshots);
        listing.rating().field().ifPresent(this::rating);
        listing.repeatedMentions()
                .forEach(path -> add(path, "repeated", "names a category once more: the app is in it once"));
        return new ArrayList<>(remarks);
    }

    private Stream<Choice<String>> addresses() {
        return Stream.of(
                listing.englishImage(),
                listing.arabicImage(),
                listing.icon(),
                listing.developerLogo(),
                listing.developerWebsite(),
                listing.googlePlay(),
                listing.appStore(),
                listing.appGallery());
    }

    private void developer() {
        Choice<String> arabic = Choice.of("Developer_Name_Ar", listing.app().developerNameAr());
        if (listing.developer().isPresent()) {
            arabic.field()
                    .ifPresent(field -> placeholder(field, "stands for no name: the developer's name_ar stays NULL"));
            return;
        }
        String field = listing.developerField().field().map(Field::path).orElse("");
        add(field, "no-developer", "the app names no developer: its developer_id stays NULL");
        Stream.of(arabic, listing.developerWebsite(), listing.developerLogo())
                .flatMap(choice -> choice.field().stream())
                .filter(given -> !Placeholder.is(given.value()))
                .forEach(given ->
                        add(given.path(), "no-developer", "is not kept: the app names no developer in English"));
    }

    private void address(Field<String> field) {
        placeholder(field, "stands for no address: the column stays NULL");
        encoded(field);
    }

    private void screenshots(Field<List<String>> field) {
        List<String> screenshots = field.value();
        for (int i = 0; i < screenshots.size(); i++) {
            Field<String> screenshot = new Field<>(field.path() + "." + i, screenshots.get(i));
            placeholder(screenshot, "stands for no address: it is left out of the list");
            encoded(screenshot);
        }
    }

    private void rating(Field<Rating> field) {
        placeholder(new Field<>(field.path(), field.value().text()), "stands for no rating: the column stays NULL");
    }

    private void placeholder(Field<String> field, String message) {
        if (Placeholder.is(field.value())) {
            add(field.path(), "placeholder", message);
        }
    }

    private void encoded(Field<String> field) {
        if (Link.of(field.value()).kind() == Link.Kind.ENCODED) {
            add(field.path(), "encoded", "is percent-encoded as browsers do it");
        }
    }

    private void add(String path, String rule, String message) {
        remarks.add(new Remark(path, rule, message));
    }
}
