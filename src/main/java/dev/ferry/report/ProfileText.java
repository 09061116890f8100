package dev.ferry.report;

import dev.ferry.profile.Profile;
import dev.ferry.profile.Step;
import dev.ferry.source.Section;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the profiles that can be run, with what each reads, writes and sets. */
final class ProfileText {
    private final AppendableWriter out;
    private final Palette palette;

    ProfileText(AppendableWriter out, Palette palette) {
        this.out = out;
        this.palette = palette;
    }

    void write(List<Profile> profiles) {
        for (Profile profile : profiles) {
            out.line(palette.bold(profile.name()) + " " + palette.faint(profile.version()) + "  "
                    + profile.description());
            out.line("  reads     "
                    + profile.sections().stream().map(ProfileText::describe).collect(Collectors.joining(", ")));
            out.line("  writes    "
                    + Step.tables(profile.steps()).stream()
                            .map(table -> table.name())
                            .collect(Collectors.joining(", ")));
            out.line("  defaults  batch size "
                    + Quantity.count(profile.defaults().batchSize()));
        }
    }

    private static String describe(Section section) {
        return section.name() + " (" + section.shape().name().toLowerCase(Locale.ROOT) + ")";
    }
}
