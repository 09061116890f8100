package dev.ferry.cli.setting;

/** The part of a command's help that a setting stands in. */
public enum Group {
    /** What the command itself does. */
    OPERATION("Options"),
    /** Limits on what one record may ask of memory. */
    LIMIT("Limits"),
    /** Which database is meant. */
    TARGET("Target"),
    /** What is printed and logged, and where settings come from. */
    GENERAL("Everywhere");

    private final String heading;

    Group(String heading) {
        this.heading = heading;
    }

    /** The heading in help. */
    public String heading() {
        return heading;
    }
}
