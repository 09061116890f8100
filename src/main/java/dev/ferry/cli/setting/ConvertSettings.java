package dev.ferry.cli.setting;

import static dev.ferry.cli.setting.Setting.Trait.FLAG_ONLY;

import dev.ferry.convert.FileFormat;
import java.nio.file.Path;

/** The settings that {@code convert} alone has. */
public final class ConvertSettings {
    static final String COMMAND = "convert";

    /** Where the files go. */
    public static final Setting<Path> OUTPUT = Setting.of(
                    "output", ValueTypes.path("DIR"), "Write the files into this folder; none is written over.")
            .with(FLAG_ONLY)
            .forCommands(COMMAND);

    /** What they are written as. */
    public static final Setting<FileFormat> FORMAT = Setting.of(
                    "format", ValueTypes.choice(FileFormat.class), "What the files are written as.")
            .standard("json")
            .with(FLAG_ONLY)
            .forCommands(COMMAND);

    private ConvertSettings() {}
}
