package dev.ferry.profile;

import dev.ferry.failure.UsageException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the profiles that are on the classpath. */
public final class Profiles {
    private Profiles() {}

    /** All profiles, by name. */
    public static List<Profile> all() {
        return ServiceLoader.load(Profile.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Profile::name))
                .toList();
    }

    /**
     * The profile of this name.
     *
     * @throws UsageException where there is none; it names those that there are
     */
    public static Profile named(String name) {
        List<Profile> all = all();
        return all.stream()
                .filter(profile -> profile.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "there is no profile '" + name + "'",
                        "choose one of: " + all.stream().map(Profile::name).collect(Collectors.joining(", "))));
    }
}
