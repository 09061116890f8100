package dev.ferry.migration.library;

import dev.ferry.profile.AggregateStep;
import dev.ferry.profile.Claim;
import dev.ferry.profile.Contribution;
import dev.ferry.profile.Defaults;
import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.source.Section;
import java.util.List;
import java.util.stream.Stream;

/** The library's publishers, gathered by a step that reads their section twice. */
public final class GatheredProfile implements Profile {
    private static final Reading<PublisherRecord, PublisherRecord> EACH =
            Reading.records(Section.list("publishers", "name"), PublisherRecord.class);

    private static final AggregateStep<Publisher> PUBLISHERS = new AggregateStep<>(
                    new Table<>(
                            "publishers",
                            Publisher.class,
                            new UniqueKey<>("name", List.of(new KeyAttribute<>("name", Publisher::name)))),
                    List.of(new Contribution<>(EACH, dto -> Stream.of(new Publisher(dto.name(), dto.city())))),
                    (first, second) -> first)
            .asFigures(List.of(new Claim<>(EACH, (dto, rows) -> List.of())));

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
        return "publishers";
    }

    @Override
    public List<Section> sections() {
        return List.of(EACH.section());
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Publisher.class);
    }

    @Override
    public List<Step> steps() {
        return List.of(PUBLISHERS);
    }

    @Override
    public Defaults defaults() {
        return new Defaults(1_000);
    }
}
