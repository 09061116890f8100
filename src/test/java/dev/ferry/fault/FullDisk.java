package dev.ferry.fault;

import dev.ferry.fault.FerryProcess.Ended;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills the disk under each file that Ferry writes: the exit status is the promised one, what was to be written is there
 * as a whole or not at all, and so is the file.
 *
 * <p>The disk is a tmpfs of a few pages in a mount namespace of the process's own, so this needs Linux and
 * {@code unshare}.
 */
public final class FullDisk {
    private static final String PROFILE = "subscriptions";

    /** What runs a command with a small disk mounted, and lists what it left there. */
    private static final String MOUNTED =
            "mount -t tmpfs -o size=\"$1\" tmpfs \"$2\" || exit 99; disk=$2; list=$3; shift 3; "
                    + "\"$@\"; code=$?; find \"$disk\" -type f >\"$list\"; exit $code";

    private final Bench bench;
    private final PrintStream out;
    private final Path folder;
    private final Path disk;
    private final Path source;
    private boolean clean = true;

    private FullDisk(Bench bench, PrintStream out) throws IOException {
        this.bench = bench;
        this.out = out;
        folder = Files.createDirectories(bench.folder().resolve("disk-rounds"));
        disk = Files.createDirectory(folder.resolve("disk"));
        Path whole = new Sources(bench, folder, 1).write(PROFILE, "whole", 10);
        source = folder.resolve("rejected.json");
        // Every third user has a tier that there is not.
        Files.writeString(source, Files.readString(whole).replace("\"tier\": \"free\"", "\"tier\": \"gold\""));
    }

    /**
     * What is promised of a case.
     *
     * @param exit the exit status
     * @param rows whether the rows are written all the same
     * @param files whether something of the file stays, which only a log may leave half
     */
    private record Promise(int exit, boolean rows, boolean files) {}

    /** Runs all cases, and exits with 0 where every promise was kept, else with 1. */
    public static void main(String[] arguments) throws IOException {
        // Exiting inside would leave the server running.
        System.exit(isKept() ? 0 : 1);
    }

    private static boolean isKept() throws IOException {
        try (Bench bench = new Bench(Files.createTempDirectory("ferry-full-disk"), 1, 1)) {
            return run(bench, System.out);
        }
    }

    /** Whether every promise was kept. */
    static boolean run(Bench bench, PrintStream out) throws IOException {
        return new FullDisk(bench, out).run();
    }

    private boolean run() throws IOException {
        for (String ending : List.of("html", "json", "sarif", "md", "txt")) {
            // By batches, rows are committed before there is anything to report.
            round(
                    "report." + ending,
                    "4k",
                    new Promise(6, false, false),
                    migrate("--commit", "atomic", "--report", at("report." + ending)));
        }
        round("rejects", "16k", new Promise(6, false, false), migrate("--rejects", at("rejects.jsonl")));
        round("log", "16k", new Promise(4, true, true), migrate("--log-file", at("ferry.log"), "--log-level", "debug"));
        List<String> convert =
                List.of("convert", "-p", PROFILE, source.toString(), "--output", at("converted"), "--format", "json");
        round("convert", "16k", new Promise(6, false, false), convert);
        if (bench.run(folder, "postgres", "--help").out().contains("\n  backup ")) {
            bench.server().copy("template1", "disk");
            bench.run(
                    folder,
                    "disk",
                    "migrate",
                    "-p",
                    "courses",
                    Path.of("samples/courses").toAbsolutePath().toString());
            bench.run(
                    folder,
                    "disk",
                    "migrate",
                    "-p",
                    PROFILE,
                    folder.resolve(PROFILE + "-whole/data.json").toString());
            List<String> backup = List.of("backup", "-p", PROFILE, "--output-dir", at("backups"));
            check("backup", "16k", new Promise(6, true, false), backup);
            List<String> truncate = new ArrayList<>(migrate("--truncate", "--backup"));
            truncate.addAll(List.of("--output-dir", at("backups")));
            check("backup before", "16k", new Promise(6, true, false), truncate);
        }
        return clean;
    }

    private List<String> migrate(String... options) {
        List<String> words = new ArrayList<>(List.of("migrate", "-p", PROFILE, source.toString(), "--force"));
        words.addAll(List.of(options));
        return words;
    }

    private String at(String name) {
        return disk.resolve(name).toString();
    }

    private void round(String name, String size, Promise promise, List<String> words) throws IOException {
        bench.server().copy("template1", "disk");
        check(name, size, promise, words);
    }

    private void check(String name, String size, Promise promise, List<String> words) throws IOException {
        Path list = folder.resolve("list");
        Files.deleteIfExists(list);
        List<String> mounted = List.of(
                "unshare",
                "--user",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                MOUNTED,
                "sh",
                size,
                disk.toString(),
                list.toString());
        Ended ended = bench.start(folder, "disk", mounted, words)
                .await(Bench.PATIENCE)
                .orElseThrow(() -> new IllegalStateException(words + " does not end"));
        if (ended.exit() == 99 || !Files.exists(list)) {
            throw new IllegalStateException("a small disk cannot be mounted: " + ended.err());
        }
        boolean files = !Files.readString(list).isEmpty();
        boolean rows = bench.rows("disk", PROFILE).size() > 0;
        boolean kept = ended.exit() == promise.exit() && rows == promise.rows() && files == promise.files();
        clean = clean && kept;
        out.printf(
                "%-14s exit %d, rows %s, %s: %s%n",
                name,
                ended.exit(),
                rows ? "written" : "not written",
                files ? "a file" : "no file",
                kept ? "well" : "NOT WELL");
        if (!kept) {
            out.println("  promised: " + promise + "\n  " + ended.err().strip().replace("\n", "\n  ") + "\n  left: "
                    + Files.readString(list).strip());
        }
    }
}
