package dev.ferry.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the time of a migration goes: processor time by stage, Java's own, the server's, and how long each stage waits for the
 * server.
 *
 * <p>A stage is a package of Ferry: a sample counts for the innermost one on the stack, so that what a library does counts for
 * the stage that called it.
 */
final class Stages {
    private static final String ROOT = "dev.ferry.";
    private static final String OUTSIDE = "no stage";
    private static final String SETTINGS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <configuration version="2.0">
              <event name="jdk.ExecutionSample">
                <setting name="enabled">true</setting>
                <setting name="period">10 ms</setting>
              </event>
              <event name="jdk.SocketRead">
                <setting name="enabled">true</setting>
                <setting name="threshold">0 ms</setting>
                <setting name="stackTrace">true</setting>
              </event>
            </configuration>
            """;

    private final Target target;
    private final Shape shape;
    private final int records;
    private final Report report;
    private final Map<String, Double> threads = new HashMap<>();
    private final Map<String, Integer> samples = new TreeMap<>();
    private final Map<String, Double> waits = new TreeMap<>();

    Stages(Target target, Shape shape, int records, Report report) {
        this.target = target;
        this.shape = shape;
        this.records = records;
        this.report = report;
    }

    /** Runs a migration under Java's own profiler, which slows it a little, and tells. */
    void run() throws IOException {
        Path source = shape.generate(target, records);
        Path settings = Files.writeString(target.folder().resolve("profile.jfc"), SETTINGS);
        Path recording = target.folder().resolve("profile.jfr");
        String java = "-XX:FlightRecorderOptions=stackdepth=256 -XX:StartFlightRecording=settings=" + settings
                + ",filename=" + recording;
        target.empty(shape);
        Measured measured =
                Ferry.migrate(target, java, shape, source).measure(target, pid -> threads.putAll(Proc.threads(pid)));
        try (RecordingFile events = new RecordingFile(recording)) {
            while (events.hasMoreEvents()) {
                count(events.readEvent());
            }
        }
        tell(measured);
    }

    private void count(RecordedEvent event) {
        String stage = stage(event).orElse(OUTSIDE);
        if (event.getEventType().getName().equals("jdk.SocketRead")) {
            waits.merge(stage, event.getDuration().toNanos() / 1e9, Double::sum);
        } else {
            samples.merge(stage, 1, Integer::sum);
        }
    }

    private static Optional<String> stage(RecordedEvent event) {
        return Optional.ofNullable(event.getStackTrace()).stream()
                .flatMap(stack -> stack.getFrames().stream())
                .map(Stages::type)
                .filter(type -> type.startsWith(ROOT))
                .map(type -> type.substring(ROOT.length()).split("\\.", 2)[0])
                .findFirst();
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    private void tell(Measured measured) {
        double compiler = threads("C1 ", "C2 ");
        double collector = threads("GC ", "G1 ", "VM Thread");
        double profiler = threads("JFR ");
        double stages = measured.clientCpu() - compiler - collector - profiler;
        int all = samples.values().stream().mapToInt(Integer::intValue).sum();
        report.line("");
        report.line(
                "where the time goes: %s, %,d records, defaults of the profile, %s s with the profiler",
                shape.label(), records, Report.decimals(measured.seconds()));
        row("", "CPU s", "waits for the server, s");
        waits.keySet().forEach(stage -> samples.putIfAbsent(stage, 0));
        samples.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> row(
                        "client: " + entry.getKey(),
                        Report.decimals(stages * entry.getValue() / Math.max(all, 1)),
                        Report.decimals(waits.getOrDefault(entry.getKey(), 0.0))));
        row("client: Java's compiler", Report.decimals(compiler), "");
        row("client: Java's collector", Report.decimals(collector), "");
        row("client: this profiler", Report.decimals(profiler), "");
        row("client", Report.decimals(measured.clientCpu()), "");
        row("server", Report.decimals(measured.serverCpu()), "");
    }

    private void row(String label, String cpu, String wait) {
        report.line("%-28s %8s %25s", label, cpu, wait);
    }

    /** Processor time of threads whose names begin so, in seconds. */
    private double threads(String... names) {
        return threads.entrySet().stream()
                .filter(thread -> Arrays.stream(names)
                        .anyMatch(name -> thread.getKey().split(" ", 2)[1].startsWith(name)))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }
}
