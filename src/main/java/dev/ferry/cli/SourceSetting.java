package dev.ferry.cli;

import dev.ferry.cli.setting.LimitSettings;
import dev.ferry.cli.setting.Settings;
import dev.ferry.source.Limits;
import java.nio.file.Path;

/** How a command reads its source. */
record SourceSetting(Invocation invocation, Settings settings) {
    /** A path as the user named it where the process stands in the user's folder, for messages that the user can follow. */
    Path meantFromHere(Path named) {
        return isHere() ? named : invocation.path(named);
    }

    private boolean isHere() {
        return invocation.session().folder().equals(Path.of("").toAbsolutePath());
    }

    /** The most that a record may ask of memory. */
    Limits limits() {
        return LimitSettings.limits(settings);
    }
}
