package dev.ferry.cli;

import dev.ferry.profile.Defaults;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Step;
import dev.ferry.source.Section;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** A profile with a name, a batch size and samples. */
@NullMarked
final class TestProfile implements Profile {
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
        return List.of();
    }

    @Override
    public Defaults defaults() {
        return new Defaults(123);
    }
}
