package dev.ferry.cli;

import dev.ferry.profile.Profiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Loads the classes that commands use, for a JVM that writes them into an archive when it ends; no database is needed. The
 * launcher runs this once after a build, so that every command starts faster.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/vm/class-data-sharing.html">Class Data Sharing</a>
 */
final class Training {
    private Training() {}

    /** Runs two commands in a folder of its own, quietly, and loads what they leave out. */
    public static void main(String[] arguments) throws IOException, URISyntaxException {
        Path folder = ThrowAway.folder();
        try {
            run(folder, "--help");
            run(folder, "migrate", "--profile", Profiles.all().get(0).name(), "--dry-run", "--offline");
        } finally {
            ThrowAway.delete(folder);
        }
        loadAllBeside(Training.class);
        for (java.sql.Driver driver : DriverManager.drivers().toList()) {
            loadAllBeside(driver.getClass());
        }
    }

    private static void run(Path folder, String... words) {
        Session session = new Session(
                Map.of(),
                folder,
                InputStream.nullInputStream(),
                OutputStream.nullOutputStream(),
                new PrintStream(OutputStream.nullOutputStream()),
                Terminal.of(""));
        Main.run(List.of(words), session, new Wiring(), new Cancellation());
    }

    /** Loads the classes of the jar that a class is from. */
    private static void loadAllBeside(Class<?> one) throws IOException, URISyntaxException {
        try (JarFile jar = new JarFile(
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI())
                        .toFile())) {
            jar.stream()
                    .map(ZipEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF/"))
                    .forEach(name -> load(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.')));
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, Training.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // A part of a library that needs another one, which is not there.
            return;
        }
    }
}
