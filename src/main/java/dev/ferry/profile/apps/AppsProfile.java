package dev.ferry.profile.apps;

import dev.ferry.profile.AggregateStep;
import dev.ferry.profile.Allocation;
import dev.ferry.profile.Contribution;
import dev.ferry.profile.Defaults;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.profile.apps.dto.AppRecord;
import dev.ferry.profile.apps.dto.CategoryIcon;
import dev.ferry.profile.apps.dto.CategoryMention;
import dev.ferry.profile.apps.dto.CategoryRecord;
import dev.ferry.profile.apps.dto.Listing;
import dev.ferry.profile.apps.dto.Slug;
import dev.ferry.source.Section;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A bilingual app directory: a data module or document of apps, with or without the categories that they name. */
public final class AppsProfile implements Profile {
    private static final Section APPS_SECTION =
            Section.list("apps", "id").alsoNamed("applicationsData").orRoot();
    private static final Section CATEGORY_LIST = Section.list("categories", "name");
    private static final Section CATEGORY_ICONS = Section.keyed("categories");

    private static final Reading<AppRecord, AppRecord> APP_RECORDS = Reading.records(APPS_SECTION, AppRecord.class);
    private static final Reading<AppRecord, CategoryMention> MENTIONS =
            Reading.parts(APPS_SECTION, AppRecord.class, app -> new Listing(app).mentions());

    private static final AggregateStep<Developer> DEVELOPERS = new AggregateStep<>(
            new Table<>(
                    "developers",
                    Developer.class,
                    new UniqueKey<>("Developer_Name_En", List.of(new KeyAttribute<>("nameEn", Developer::nameEn)))),
            List.of(new Contribution<>(APP_RECORDS, app -> Developer.of(new Listing(app)).stream())),
            Developer::filledFrom);

    private static final AggregateStep<Category> CATEGORIES = new AggregateStep<>(
            new Table<>(
                            "categories",
                            Category.class,
                            new UniqueKey<>("name", List.of(new KeyAttribute<>("slug", Category::slug))))
                    .withUnique(
                            List.of(new UniqueKey<>("name", List.of(new KeyAttribute<>("nameEn", Category::nameEn))))),
            List.of(
                    new Contribution<CategoryRecord, Category>(
                                    Reading.records(CATEGORY_LIST, CategoryRecord.class),
                                    category -> Stream.of(Category.defined(category.name(), category.icon())))
                            .toldWhereRepeated(AppRemarks.REPEATED_CATEGORY),
                    new Contribution<CategoryIcon, Category>(
                                    Reading.records(CATEGORY_ICONS, CategoryIcon.class),
                                    category -> Stream.of(Category.defined(category.name(), category.icon())))
                            .toldWhereRepeated(AppRemarks.REPEATED_CATEGORY),
                    new Contribution<CategoryMention, Category>(
                                    MENTIONS,
                                    mention -> Stream.of(Category.named(mention.category())),
                                    AppRemarks.UNDEFINED_CATEGORY)
                            .namingOnly()),
            Category::filledFrom);

    private static final EntityStep<AppRecord, App> APPS = new EntityStep<>(
                    new Table<>(
                                    "apps",
                                    App.class,
                                    new UniqueKey<>("id", List.of(new KeyAttribute<>("sourceId", App::sourceId))))
                            .withFallbacks(List.of(
                                    nameAnd("googlePlayLink", App::googlePlayLink),
                                    nameAnd("appStoreLink", App::appStoreLink),
                                    nameAnd("appGalleryLink", App::appGalleryLink)))
                            .withAllocations(
                                    List.of(Allocation.lasting("slug", App::slug, App::giveSlug, Slug::variant))),
                    APP_RECORDS,
                    (app, references) -> Stream.of(new App(
                            app,
                            developer(app)
                                    .map(key -> references.parent(Developer.class, key))
                                    .orElse(null))))
            .withParents(List.of(Parent.one("Developer_Name_En", Developer.class, AppsProfile::developer)))
            .withRemarks(AppRemarks::of)
            .withFieldsWithoutColumn(Set.of("link", "websiteLink"));

    private static final EntityStep<CategoryMention, AppCategory> APP_CATEGORIES = new EntityStep<>(
                    new Table<>(
                            "app_categories",
                            AppCategory.class,
                            new UniqueKey<>(
                                    "",
                                    List.of(
                                            new KeyAttribute<>("app", AppCategory::app),
                                            new KeyAttribute<>("category", AppCategory::category)))),
                    MENTIONS,
                    (mention, references) -> Stream.of(new AppCategory(
                            references.parent(App.class, app(mention).orElseThrow()),
                            references.parent(Category.class, category(mention)))))
            .withParents(List.of(
                    Parent.one("", App.class, AppsProfile::app),
                    Parent.one("", Category.class, mention -> Optional.of(category(mention)))));

    private static UniqueKey<App> nameAnd(String link, Function<App, @Nullable Object> value) {
        return new UniqueKey<>(
                "Name_En", List.of(new KeyAttribute<>("nameEn", App::nameEn), new KeyAttribute<>(link, value)));
    }

    private static Optional<NaturalKey> developer(AppRecord app) {
        return new Listing(app).developer().map(NaturalKey::of);
    }

    private static Optional<NaturalKey> app(CategoryMention mention) {
        return mention.app().map(NaturalKey::of);
    }

    private static NaturalKey category(CategoryMention mention) {
        return NaturalKey.of(mention.category().slug());
    }

    @Override
    public String name() {
        return "apps";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String description() {
        return "a bilingual app directory (a TypeScript data module or JSON)";
    }

    @Override
    public List<Section> sections() {
        return List.of(APPS_SECTION, CATEGORY_LIST, CATEGORY_ICONS);
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Developer.class, Category.class, App.class, AppCategory.class);
    }

    @Override
    public List<Step> steps() {
        return List.of(DEVELOPERS, CATEGORIES, APPS, APP_CATEGORIES);
    }

    @Override
    public Defaults defaults() {
        return new Defaults(10);
    }
}
