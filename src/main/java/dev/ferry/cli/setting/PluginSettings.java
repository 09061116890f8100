package dev.ferry.cli.setting;

import java.nio.file.Path;
import java.util.List;

/** The setting that brings profiles of others. */
public final class PluginSettings {
    /** Jars and folders with profiles beside Ferry's own. */
    public static final Setting<List<Path>> PLUGIN_PATH = Setting.of(
                    "plugin-path",
                    ValueTypes.paths("JAR,…"),
                    "Jars, or folders of classes, with profiles beside Ferry's own; commas between them.")
            .in(Group.GENERAL);

    private PluginSettings() {}
}
