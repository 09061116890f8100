package dev.ferry.convert;

import java.nio.file.Path;
import java.util.List;

/**
 * What was written.
 *
 * @param profile the profile whose sections were read
 * @param files the files, in the order of the sections
 * @param notices what a user should know of the source beside its records
 */
public record Conversion(String profile, List<Written> files, List<String> notices) {
    public Conversion {
        files = List.copyOf(files);
        notices = List.copyOf(notices);
    }

    /**
     * A file.
     *
     * @param section the section that it holds
     * @param records how many records it holds
     */
    public record Written(String section, Path file, long records) {}
}
