package dev.ferry.cli.setting;

/** Where a value may come from, the strongest first. */
public enum Level {
    /** An option or argument. */
    COMMAND_LINE("the command line"),
    /** An environment variable. */
    ENVIRONMENT("the environment"),
    /** The file {@code .env}, or the one named instead. */
    ENV_FILE(".env"),
    /** The file {@code ferry.properties}, or the one named instead. */
    CONFIG_FILE("ferry.properties"),
    /** The profile's own default. */
    PROFILE("the profile"),
    /** Ferry's default. */
    DEFAULT("default");

    private final String title;

    Level(String title) {
        this.title = title;
    }

    /** The level for people. */
    public String title() {
        return title;
    }
}
