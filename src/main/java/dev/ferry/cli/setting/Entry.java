package dev.ferry.cli.setting;

/**
 * A name with a value, at the place where someone wrote it.
 *
 * @param level where it stands
 * @param key what files and variables call it; on the command line the setting's name
 * @param value the text
 * @param place how a message names it: {@code --batch-size}, {@code LOG_LEVEL in .env:3}
 */
public record Entry(Level level, String key, String value, String place) {
    /** Without the value, which may be a secret. */
    @Override
    public String toString() {
        return place;
    }
}
