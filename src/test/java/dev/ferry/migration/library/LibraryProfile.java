package dev.ferry.migration.library;

import dev.ferry.profile.Defaults;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.Parent;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.profile.References;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.source.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A library's publishers, authors, books, and who wrote them, in one document. */
public final class LibraryProfile implements Profile {
    private static final Section PUBLISHER_LIST = Section.list("publishers", "name");
    private static final Section AUTHOR_LIST = Section.list("authors", "email");
    private static final Section BOOK_LIST = Section.list("books", "isbn");
    private static final Section CONTRIBUTION_LIST = Section.list("contributions", "book");

    private static final EntityStep<PublisherRecord, Publisher> PUBLISHERS = new EntityStep<>(
            new Table<>(
                    "publishers",
                    Publisher.class,
                    new UniqueKey<>("name", List.of(new KeyAttribute<>("name", Publisher::name)))),
            Reading.records(PUBLISHER_LIST, PublisherRecord.class),
            (dto, references) -> Stream.of(new Publisher(dto.name(), dto.city())));

    private static final EntityStep<AuthorRecord, Author> AUTHORS = new EntityStep<>(
            new Table<>(
                            "authors",
                            Author.class,
                            new UniqueKey<>("email", List.of(new KeyAttribute<>("email", Author::email))))
                    .withUnique(
                            List.of(new UniqueKey<>("handle", List.of(new KeyAttribute<>("handle", Author::handle))))),
            Reading.records(AUTHOR_LIST, AuthorRecord.class),
            (dto, references) -> Stream.of(new Author(dto)));

    private static final EntityStep<BookRecord, Book> BOOKS = new EntityStep<>(
                    new Table<>(
                                    "books",
                                    Book.class,
                                    new UniqueKey<>("isbn", List.of(new KeyAttribute<>("isbn", Book::isbn))))
                            .withUnique(List.of(new UniqueKey<>(
                                    "shelf_mark", List.of(new KeyAttribute<>("shelfMark", Book::shelfMark))))),
                    Reading.records(BOOK_LIST, BookRecord.class),
                    (dto, references) -> Stream.of(new Book(
                            dto,
                            publisher(dto)
                                    .map(key -> references.parent(Publisher.class, key))
                                    .orElse(null))))
            .withParents(List.of(Parent.one("publisher", Publisher.class, LibraryProfile::publisher)));

    private static final EntityStep<ContributionRecord, Contribution> CONTRIBUTIONS = new EntityStep<>(
                    new Table<>(
                            "contributions",
                            Contribution.class,
                            new UniqueKey<>(
                                    "",
                                    List.of(
                                            new KeyAttribute<>("book", Contribution::book),
                                            new KeyAttribute<>("author", Contribution::author)))),
                    Reading.records(CONTRIBUTION_LIST, ContributionRecord.class),
                    LibraryProfile::contributions)
            .withParents(List.of(
                    Parent.one("book", Book.class, dto -> NaturalKey.optional(dto.book())),
                    Parent.each("authors.*", Author.class, LibraryProfile::authors)));

    private static Optional<NaturalKey> publisher(BookRecord dto) {
        return NaturalKey.optional(dto.publisher());
    }

    /** The list is missing, or not a list, where the record broke that rule. */
    private static List<Optional<NaturalKey>> authors(ContributionRecord dto) {
        List<String> authors = dto.authors();
        return authors == null
                ? List.of()
                : authors.stream().map(NaturalKey::optional).toList();
    }

    private static Stream<Contribution> contributions(ContributionRecord dto, References references) {
        return IntStream.range(0, dto.authors().size())
                .mapToObj(i -> new Contribution(
                        references.parent(Book.class, NaturalKey.of(dto.book())),
                        references.parent(
                                Author.class, NaturalKey.of(dto.authors().get(i))),
                        i + 1));
    }

    @Override
    public String name() {
        return "library";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String description() {
        return "publishers, authors, books, and who wrote them";
    }

    @Override
    public List<Section> sections() {
        return List.of(PUBLISHER_LIST, AUTHOR_LIST, BOOK_LIST, CONTRIBUTION_LIST);
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Publisher.class, Author.class, Book.class, Contribution.class);
    }

    @Override
    public List<Step> steps() {
        return List.of(PUBLISHERS, AUTHORS, BOOKS, CONTRIBUTIONS);
    }

    @Override
    public Defaults defaults() {
        return new Defaults(1_000);
    }
}
