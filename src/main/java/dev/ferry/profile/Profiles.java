package dev.ferry.profile;

import dev.ferry.failure.UsageException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** Finds the profiles that are on the classpath. */
public final class Profiles {
    private Profiles() {}

    /** All profiles that are on the class path, by name. */
    public static List<Profile> all() {
        return all(Profiles.class.getClassLoader());
    }

    /**
     * All profiles, those of others included, by name. A profile's changelog, samples and records are found by the class loader
     * that brought it, which stays open.
     *
     * @param plugins jars, and folders of classes, each laid out as Ferry itself is
     * @throws UsageException where one of them is not there, or two profiles have one name
     */
    public static List<Profile> all(List<Path> plugins) {
        return plugins.isEmpty() ? all() : all(new URLClassLoader(urls(plugins), Profiles.class.getClassLoader()));
    }

    private static List<Profile> all(ClassLoader loader) {
        List<Profile> all;
        try {
            all = ServiceLoader.load(Profile.class, loader).stream()
                    .map(ServiceLoader.Provider::get)
                    .sorted(Comparator.comparing(Profile::name))
                    .toList();
        } catch (ServiceConfigurationError e) {
            throw new UsageException(
                    "a profile cannot be loaded: " + e.getMessage(), "look at the jars of --plugin-path");
        }
        for (int i = 1; i < all.size(); i++) {
            if (all.get(i).name().equals(all.get(i - 1).name())) {
                throw new UsageException(
                        "there are two profiles '" + all.get(i).name() + "': "
                                + all.get(i - 1).getClass().getName() + " and "
                                + all.get(i).getClass().getName(),
                        "leave one of them out of --plugin-path");
            }
        }
        return all;
    }

    private static URL[] urls(List<Path> plugins) {
        URL[] urls = new URL[plugins.size()];
        for (int i = 0; i < urls.length; i++) {
            if (!Files.exists(plugins.get(i))) {
                throw new UsageException("there is no plug-in " + plugins.get(i), "look at --plugin-path");
            }
            try {
                urls[i] = plugins.get(i).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new UsageException(
                        "the plug-in " + plugins.get(i) + " cannot be loaded: " + e.getMessage(), null);
            }
        }
        return urls;
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
