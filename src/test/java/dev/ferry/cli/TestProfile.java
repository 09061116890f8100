package dev.ferry.cli;

import dev.ferry.profile.Defaults;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.source.Section;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A profile with a name, a batch size and samples. */
@NullMarked
final class TestProfile implements Profile {
    static final Section THINGS = Section.list("things", "name");

    record Thing(@Nullable String name, @Nullable Integer size) {}

    @Override
    public String name() {
        return "clitest";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String description() {
        return "a profile for tests";
    }

    @Override
    public List<Section> sections() {
        return List.of();
    }

    @Override
    public List<Class<?>> entities() {
        return List.of();
    }

    @Override
    public List<Step> steps() {
        return List.of(new EntityStep<>(
                new Table<>("things", Object.class, new UniqueKey<>("", List.of())),
                Reading.records(THINGS, Thing.class),
                (dto, references) -> Stream.of()));
    }

    @Override
    public Defaults defaults() {
        return new Defaults(123);
    }
}
