package dev.ferry.schema;

import dev.ferry.profile.Profile;
import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/** A profile that has nothing but a name, a version and a changelog. */
final class TestProfile {
    private TestProfile() {}

    /** A profile whose changelog is on the test's class path. */
    static Profile named(String name) {
        return in(name, TestProfile.class.getClassLoader());
    }

    /** A profile from elsewhere: its changelog is found under this folder only. */
    static Profile from(String name, Path folder) {
        try {
            return in(name, new URLClassLoader(new URL[] {folder.toUri().toURL()}, TestProfile.class.getClassLoader()));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Profile in(String name, ClassLoader loader) {
        return (Profile) Proxy.newProxyInstance(loader, new Class<?>[] {Profile.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("name")) {
                return name;
            }
            if (method.getName().equals("version")) {
                return "1";
            }
            throw new UnsupportedOperationException(method.getName());
        });
    }
}
