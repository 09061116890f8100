package dev.ferry.fault;

import dev.ferry.fault.FerryProcess.Ended;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What all rounds share: a server, the proxy before it, a folder, and what each profile's runs leave undisturbed. */
final class Bench implements AutoCloseable {
    /** A run that does nothing wrong takes seconds; a machine may be busy. */
    static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final Server server;
    private final Proxy proxy;
    private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Map<String, Fixture> fixtures = new HashMap<>();
    private final long seed;
    private final int size;
    private final boolean batches;
    private final Path classes;

    /**
     * Starts the server.
     *
     * @param folder of its own
     * @param size of the sources, as in {@link Sources#write}
     */
    Bench(Path folder, long seed, int size) throws IOException {
        this.folder = folder;
        this.seed = seed;
        this.size = size;
        server = new Server(Files.createDirectories(folder.resolve("server")));
        proxy = new Proxy(server.port());
        classes = folder.resolve("classes.jsa");
        if (System.getProperty("ferry.class.path") != null) {
            // Only jars can share classes.
            shareClasses();
        }
        batches = run(folder, "postgres", "migrate", "--help").out().contains("--commit");
    }

    Path folder() {
        return folder;
    }

    Server server() {
        return server;
    }

    Proxy proxy() {
        return proxy;
    }

    /** From when on a time is none of a source. */
    Instant start() {
        return start;
    }

    /** Whether this Ferry can commit by batch. */
    boolean batches() {
        return batches;
    }

    Fixture fixture(String profile) {
        return fixtures.computeIfAbsent(profile, name -> new Fixture(this, name, seed, size));
    }

    /** Starts a command on this database, by way of the proxy. */
    FerryProcess start(Path working, String database, List<String> words) {
        return start(working, database, List.of(), words);
    }

    /** The same, with words before the program. */
    FerryProcess start(Path working, String database, List<String> before, List<String> words) {
        List<String> options = Files.exists(classes) ? List.of("-XX:SharedArchiveFile=" + classes) : List.of();
        return FerryProcess.start(working, server.url(database, proxy.port()), before, options, words);
    }

    /** Keeps the classes that a first run loads, so that all others start faster where Java can share them. */
    private void shareClasses() {
        server.copy("template1", "classes");
        FerryProcess.start(
                        folder,
                        server.url("classes", proxy.port()),
                        List.of(),
                        List.of("-XX:ArchiveClassesAtExit=" + classes),
                        List.of(
                                "migrate",
                                "-p",
                                "courses",
                                Path.of("samples/courses").toAbsolutePath().toString()))
                .await(PATIENCE);
        server.drop("classes");
    }

    /** Runs a command that nothing disturbs and that must succeed. */
    Ended run(Path working, String database, String... words) {
        return run(working, database, List.of(words));
    }

    Ended run(Path working, String database, List<String> words) {
        Ended ended = start(working, database, words)
                .await(PATIENCE)
                .orElseThrow(() -> new IllegalStateException("ferry " + words + " does not end"));
        if (ended.exit() != 0) {
            throw new IllegalStateException("ferry " + words + " ended with " + ended);
        }
        return ended;
    }

    CanonicalRows rows(String database, String profile) {
        return CanonicalRows.of(server.jdbc(database), profile, start);
    }

    /** Stops the server and deletes the folder. */
    @Override
    public void close() {
        proxy.close();
        server.close();
        delete(folder);
    }

    static void delete(Path tree) {
        try (Stream<Path> walk = Files.walk(tree)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
