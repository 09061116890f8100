package dev.ferry.fault;

import dev.ferry.DatabaseDump;
import dev.ferry.migration.RandomRegister;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generates the source of a profile in two editions, of which the later one has more records and other values. */
final class Sources {
    /** In the order in which rounds take them. */
    static final List<String> PROFILES = List.of("courses", "apps", "subscriptions", "classroom", "school");

    private final Bench bench;
    private final Path folder;
    private final Random random;

    /** @param folder where they are written */
    Sources(Bench bench, Path folder, long seed) {
        this.bench = bench;
        this.folder = folder;
        this.random = new Random(seed);
    }

    /**
     * Writes an edition.
     *
     * @param size its records, roughly, in hundreds
     * @return the source as the command line takes it
     */
    Path write(String profile, String edition, int size) {
        Path place = folder.resolve(profile + "-" + edition);
        try {
            Files.createDirectories(place);
            return switch (profile) {
                case "courses" -> {
                    generate("GenerateCourses", size * 60, place, size * 30, random.nextInt(1_000));
                    yield place;
                }
                case "apps" -> Files.writeString(place.resolve("apps.json"), AppDirectory.document(size * 30, random));
                case "subscriptions" -> {
                    generate("GenerateUsers", size * 60, place.resolve("data.json"), random.nextInt(1_000));
                    yield place.resolve("data.json");
                }
                case "classroom" ->
                    Files.writeString(place.resolve("mockData.json"), new RandomRegister(size * 10, random).document());
                case "school" -> school(place, size);
                default -> throw new IllegalArgumentException("no source for profile " + profile);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An export of a V1 database, some of whose passwords are plain text, so that they are hashed before the run. */
    private Path school(Path place, int size) {
        String database = "v1";
        bench.server().copy("template1", database);
        String url = bench.server().jdbc(database);
        generate(
                "GenerateSchool",
                url,
                "v1",
                2 + size / 8,
                size * 5 + random.nextInt(9),
                size * 12 + random.nextInt(9),
                size * 20 + random.nextInt(9));
        DatabaseDump.execute(url, "UPDATE v1.\"Teacher\" SET password = 'plain ' || id WHERE id LIKE '%00'");
        bench.run(
                place,
                "postgres",
                "convert",
                "-p",
                "school",
                bench.server().url(database, bench.server().port()) + "?currentSchema=v1",
                "--output",
                place.resolve("json").toString(),
                "--format",
                "json");
        bench.server().drop(database);
        return place.resolve("json");
    }

    /** Runs a generator of {@code src/bench}. */
    private static void generate(String program, Object... arguments) {
        List<String> command = new ArrayList<>(FerryProcess.java());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "src/bench/" + program + ".java"));
        List.of(arguments).forEach(argument -> command.add(argument.toString()));
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program + " ended with " + process.exitValue());
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(program, e);
        }
    }
}
