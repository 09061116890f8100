package dev.ferry.profile;

import dev.ferry.source.Section;
import java.util.List;

/**
 * One kind of migration: what it reads, what it writes and how the one becomes the other.
 *
 * <p>Found by its name in four places: the package {@code profile.<name>}, the folders {@code liquibase/<name>} and
 * {@code samples/<name>}, and a line in {@code META-INF/services}. A profile is immutable and thread-safe.
 */
public interface Profile {
    /** The profile's name, a lower-case word; also the default name of its database schema. */
    String name();

    /** The version of its mapping; a run records it. */
    String version();

    /** What it is for, in one line. */
    String description();

    /** The sections that its source has. */
    List<Section> sections();

    /** The JPA entities of its tables. */
    List<Class<?>> entities();

    /** Its steps in foreign-key order. */
    List<Step> steps();

    /** What it sets where its user does not. */
    Defaults defaults();
}
